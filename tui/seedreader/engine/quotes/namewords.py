"""Words that tell people from other names: titles, given names, and the words of organisations and places."""

OFFICES = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen col lt sgt prof rev hon capt del president vice secretary senator"
    " representative governor minister prime foreign general congressman congresswoman chairman chairwoman"
    " chair speaker mayor judge justice chief spokesman spokeswoman spokesperson director deputy"
    " attorney sir lady lord pope king queen prince princess ambassador democrat"
    " candidate officer executive leader"
    " founder host anchor professor analyst senior pastor archbishop bishop cardinal rabbi imam admiral rear"
    " colonel captain major lieutenant sergeant commissioner councilman councilwoman assemblyman assemblywoman"
    " lawmaker nominee rival adviser advisor comedian comedienne actor actress journalist reporter author"
    " correspondent columnist commentator editor billionaire whip ceo cfo"
    " strategist pollster narrator coach singer chancellor premier marshal sheriff detective"
    " superintendent".split()
)
"""Titles of people, spelled out and short."""

TITLES = OFFICES | frozenset(
    "former republican republicans democratic democrats presidential press state defense treasury party staff"
    " majority minority senate house"
    " russian american british french german georgian ukrainian israeli chinese iranian turkish polish italian"
    " spanish japanese indian armenian azerbaijani belarusian latvian estonian lithuanian moldovan abkhaz ossetian"
    " syrian saudi egyptian mexican canadian australian brazilian portuguese greek dutch swedish norwegian finnish"
    " danish hungarian czech austrian swiss european romanian bulgarian serbian korean pakistani afghan iraqi"
    " the a an and but in on at as when while if for from with after before by of to new maybe even both"
    " sunday monday tuesday wednesday thursday friday saturday january february march april may june july"
    " august september october november december asked according said".split()
)
"""Words in front of a name that do not belong to it."""

NOT_PERSONS = frozenset(
    "party house university times news street post network association committee council department court"
    " congress institute center centre foundation company corp inc united states america north south east west"
    " city county school church college union group campaign journal tribune magazine bank press office agency"
    " ministry convention assembly administration government nations army force channel radio dream club hotel"
    " palace corps service board summit caucus grounds research sentinel herald zone act trade scouts cash"
    " attendants patriarchate satellite universe oversight standard daily weekly report project museum hospital"
    " airport team league games series prize award awards war peace forum federation coalition alliance movement"
    " society authority commission bureau ministers parliament senate republic kingdom region province district"
    " airlines motors oil gas energy systems technologies group holdings partners capital media studios records"
    " wars generals tv pac fund democrats republicans conservatives liberals americans russians georgians today"
    " start day night week morning".split()
)
"""Words that no name of a person holds."""

PLACES = frozenset(
    "abkhazia afghanistan africa alabama alaska albania algeria america amsterdam ankara argentina arizona arkansas"
    " armenia asia athens atlanta australia austria azerbaijan baghdad baku bangladesh beijing beirut belarus"
    " belgium belgrade berlin bolivia bosnia boston brazil britain brussels bucharest budapest bulgaria cairo"
    " california cambodia canada caracas chicago chile china cleveland colombia colorado connecticut copenhagen"
    " crimea croatia cuba cyprus dallas damascus delaware delhi denmark denver detroit dublin ecuador egypt england"
    " estonia ethiopia europe finland florida france gaza geneva georgia germany ghana greece hague haiti hawaii"
    " helsinki houston hungary iceland idaho illinois india indiana indonesia iowa iran iraq ireland islamabad"
    " israel istanbul italy jakarta japan jerusalem jordan kabul kansas kazakhstan kentucky kenya kiev korea kosovo"
    " kremlin kuwait kyiv latvia lebanon libya lisbon lithuania london louisiana luxembourg macedonia madrid maine"
    " malaysia maryland massachusetts mexico miami michigan minnesota minsk mississippi missouri moldova montana"
    " montenegro morocco moscow myanmar nairobi nato nebraska nepal netherlands nevada nigeria norway ohio oklahoma"
    " oregon oslo ossetia ottawa pakistan palestine panama paris pennsylvania pentagon peru philadelphia philippines"
    " poland portugal prague pyongyang qatar riga romania rome russia rwanda scotland seoul serbia shanghai siberia"
    " singapore slovakia slovenia somalia spain stockholm sudan sukhumi sweden switzerland sydney syria taiwan"
    " tallinn tbilisi tehran tennessee texas thailand tokyo tskhinvali tunisia turkey ukraine utah vatican venezuela"
    " vermont vienna vietnam vilnius virginia wales warsaw washington wisconsin wyoming yemen yerevan york zagreb"
    " hollywood brooklyn manhattan twitter facebook google amazon microsoft apple netflix instagram youtube reuters"
    " bloomberg politico hamas hezbollah isis taliban wikileaks unicef interpol this that these those here there it"
    " democracy congress parliament senate wednesday supporters voters critics officials both many most some others"
    " politicos fathers police authorities residents witnesses protesters troops workers people women men companies"
    " students parents investors sources polls rebels".split()
)
"""Single capitalised words that are no surname by themselves, unless a title or given name says so."""

FEMALE = frozenset(
    "hillary maria mary elizabeth huma carly nancy michelle sarah susan karen lisa barbara jennifer linda patricia"
    " laura kelly megyn ann anne anna katie kellyanne melania ivanka chelsea angela theresa nikki condoleezza"
    " debbie dianne kamala tulsi claire julia emma jane joan kate katherine kathleen margaret martha rachel"
    " rebecca ruth samantha sharon stephanie valerie victoria wendy amy alice christina christine donna"
    " diane ellen emily haley heather helen jessica loretta lynn marine monica natalie olga pamela paula dorothy"
    " abigail adriana alexandra alicia allison amanda andrea annette antonia ashley beatrice betsy betty beverly"
    " brenda bridget caitlin carla carmen carol caroline catherine cecile charlotte cheryl cindy clara connie"
    " cynthia daniela deborah denise edith eileen elaine elena eleanor elisabeth erica erin esther eva evelyn"
    " fatima felicia fiona frances gabriela gail gloria grace gwen hannah harriet ines ingrid irene irina isabel"
    " jacqueline janet janice jill joanna joyce judith judy julie justine kathryn kathy kim kirsten krystal lara"
    " leila lena liz louise lucy lydia madeleine marcia margarita marianne marie marilyn marla maya meghan melissa"
    " mercedes mia mika molly nadia naomi natalia nicole nina nino nora norma olivia pascale peggy penny polly"
    " priscilla renee rita roberta rosa rosie roxanne salome sandra selenis shannon sheila shirley silvia sofia"
    " sonia sophia stacy sue susana suzanne svetlana tamara tara tatiana teresa tina ursula vanessa vera veronica"
    " virginia vivian yulia yvonne zoe chloe beyoncé rihanna oprah maka nana eka tamar ketevan manana".split()
)
MALE = frozenset(
    "donald barack bernie ted john marco jeb ben chris mike george bill james robert david paul mitch harry tim"
    " joe sergei sergey vladimir kakha kaka bidzina michael william richard thomas mark steve steven scott rick"
    " rand lindsey mitt newt rudy peter charles edward eric frank gary greg henry jack jason jeff jim josh ken"
    " kevin larry martin matt matthew nick patrick philip ron ryan sam sean stephen terry tom tony walter aaron"
    " abdul adam adrian ahmed al alan albert alejandro alex alexander alexei alexey alfred ali allen andre andrei"
    " andrew andy anthony antonio antonin arnold arthur barry benjamin bob boris brad brent brett brian bruce bryan"
    " carl carlos charlie chuck clarence colin corey craig dan daniel darrell darren dean dennis denis derek dick"
    " dmitri dmitry don doug douglas duncan dwight earl ed eddie edgar eduardo edwin eli elijah emmanuel enrique"
    " ernest evan fernando filippo francis francisco francois françois franklin fred frederick gareth gavin gene"
    " geoffrey gerald giorgi gilbert glen glenn gordon graham gregory guy hakeem hank hans harold hassan howard"
    " hugh hugo hussein ian ibrahim igor ilham irakli isaac ivan jacob jaime jake jamal jared jay jean jeffrey jens"
    " jeremy jerome jerry jesse jimmy joel johannes jon jonathan jorge jose josé joseph juan julian justin karl keith"
    " kenneth konstantin kurt lance lawrence lee leo leon leonard lewis lloyd louis luis luke malcolm manuel marc"
    " marcus mario marshall mehmet micah miguel mikhail milton mohamed mohammed morton muhammad murray nate nathan"
    " neil nicolas nicholas nikolai nigel noah norman novak oleg oliver omar orlando oscar otto owen pablo pavel"
    " pedro perry petro pete phil pierre rafael rahm ralph ramon randy raymond recep reid reince rene ricardo robby"
    " rod roger roland roman ronald ross roy russell salman samuel sebastian sergio seth shane sheldon sherrod simon"
    " spencer stan stanley stuart sidney tariq tayyip timothy todd tomas travis trent trevor tyler vernon victor"
    " viktor vincent vitaly volodymyr warren wayne wesley willie wolf xavier yuri zviad mikheil shota levan davit"
    " aslan badra nikol raul salvatore".split()
)
ROLES = frozenset(
    "president minister senator representative congressman congresswoman lawmaker governor mayor chairman chairwoman"
    " chair speaker judge justice chief spokesman spokeswoman spokesperson director ambassador secretary leader"
    " candidate nominee professor analyst expert founder host anchor author actor actress singer businessman"
    " businesswoman tycoon billionaire mogul general colonel captain commander officer sheriff commissioner"
    " councilman councilwoman pastor bishop archbishop cardinal pope rabbi imam king queen prince princess"
    " chancellor premier deputy adviser advisor strategist pollster lawyer attorney prosecutor economist historian"
    " scientist researcher journalist reporter columnist commentator editor correspondent writer novelist poet"
    " director filmmaker comedian activist organizer coach player surgeon neurosurgeon doctor physician teacher"
    " principal superintendent executive ceo manager banker investor farmer diplomat envoy official widow wife"
    " husband mother father son daughter brother sister veteran moderator witness owner politician whistleblower"
    " democrat republican independent vice-president oligarch opposition-leader legislator parliamentarian".split()
)
"""Nouns for what somebody is, by which an article may call a person it has named."""
