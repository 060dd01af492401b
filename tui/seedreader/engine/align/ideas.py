"""Words that news English uses for one another; each line is one idea, named by its first word."""

IDEAS = """\
say said says saying tell told tells state stated declare declared announce announced note noted remark
say remarked comment commented add added claim claimed argue argued insist insisted explain explained
say according assert asserted contend acknowledge describe
kill killed kills killing die died dies dead death deaths fatal fatally slain murder murdered toll homicide
kill dying fatality fatalities
hurt injure injured injuries injury wound wounded wounds
arrest arrested detain detained detention custody apprehended jailed jail imprisoned prison behind
police officer officers cop cops policeman policemen
big large huge massive major great enormous sweeping vast
president presidential presidency oval
us u.s u.s. usa united america american americans washington
uk britain british u.k. u.k english england london
russia russian russians moscow kremlin
china chinese beijing
germany german germans berlin
france french paris
iran iranian iranians tehran
israel israeli israelis jerusalem
ukraine ukrainian kiev kyiv
georgia georgian tbilisi
syria syrian damascus
iraq iraqi baghdad
saudi riyadh arabia
korea korean pyongyang seoul
mexico mexican mexicans
canada canadian canadians ottawa
egypt egyptian cairo
turkey turkish ankara
eu e.u european europe brussels
gop republican republicans
democrat democrats democratic dems dem
deal agreement pact accord agreed treaty compromise
cut reduce reduced lowered slash slashed trim reduction decrease decreased cuts
rise rose increase increased grow grew growth climb climbed surge surged raise raised hike hikes jump jumped
fall fell drop dropped decline declined plunge plunged tumbled slide slid
begin began begun start started launch launched kick
end ended finish finished conclude concluded halt halted stop stopped cease ceased stopping
buy bought purchase purchased acquire acquired acquisition
firm company business corporation companies firms
job jobs employment work worker workers employee employees employ staff personnel
vote voted votes voting ballot ballots poll polls polling survey
win won victory victor winner winning triumph
lose lost loss defeat defeated losing
accuse accused allege alleged allegation allegations accusation accusations charge charged charges
investigate investigation investigations investigating investigators probe inquiry probing
court judge justice justices ruling judicial tribunal magistrate
rule ruled rules decision decided decide decides
ban banned prohibit prohibited bar barred barring block blocked blocking blocks prohibiting prohibits forbid
law legislation bill measure act statute laws legislative
lawmaker lawmakers legislator legislators congressman congressmen congresswoman senator senators sen rep
lawmaker representative representatives reps
congress senate house capitol congressional
lawyer attorney attorneys lawyers counsel
sue sued lawsuit suit suits lawsuits litigation complaint
quit resign resigned resignation resigning depart departure leave left leaving ousted step stepping exit
fire fired dismissed sacked fires firing terminated
hire hired name named appoint appointed pick picked nominate nominated nomination choose chose chosen tapped
hire select selected nominee
talk talks negotiation negotiations negotiate negotiators discussion discussions discuss discussed
meet met meeting meetings summit gathering
visit trip travel traveled visited tour visiting
send sent dispatch sending ship shipped
letter memo email e-mail message emails
tweet tweeted tweets twitter tweeting post posted wrote
ask asked request requested requests seek sought seeking demand demanded demands urge urged called appeal
ask appealed
support supported back backed backing supports endorse endorsed endorsement backs
oppose opposed opposition against opponents opponent critics critic criticize criticized criticism slammed
oppose slam blasted blast denounced denounce condemned condemn condemns condemning attack attacked attacks
oppose rebuke rebuked lashing lash lashed
praise praised cheered cheer hailed welcome welcomed thanked
fight battle clash clashes war conflict fighting
attack assault strike bombing assaulted raid raids
gun firearm weapon weapons handgun rifle pistol guns shoot shot shooting shots gunfire gunman
storm hurricane typhoon cyclone
child children kid kids baby babies boy girl minor minors teen teens teenager teenagers youth
woman women female females
man men male males
wife husband spouse
father mother parent parents dad mom
school university college student students campus
doctor physician doctors hospital medical physicians
health healthcare care medicine
money cash fund funds funding dollar dollars financial finance finances
tax taxes taxation levy
tariff tariffs duty duties
cost costs price prices pricey expensive
pay paid payment payments paying pays
loan loans debt debts borrower borrowers
house home homes houses residence
car vehicle vehicles cars automobile
plane flight jet aircraft airplane airliner
ship boat vessel ferry
road highway street
crash accident collision crashed
protest protests demonstrators demonstration protesters protestors demonstrations rally rallies demonstrated
protest marched march riot riots violent violence unrest looting
country nation countries nations national nationwide
world global international worldwide globally
government administration officials official authorities authority federal
minister ministry cabinet
leader head chief boss leaders chairman chairwoman chair ceo executive director
aide adviser advisor aides advisers staffer assistant
deputy vice
candidate contender hopeful candidates contenders rival rivals
campaign race bid run running
election elections electoral midterm midterms
immigrant immigrants migrant migrants immigration asylum refugee refugees
black african-american
gay same-sex homosexual lgbt
abortion abortions pro-choice pro-life
record records document documents filing filings papers file files paper
report reported reports reportedly newspaper newspapers media press journalist journalists reporter
report reporters news article story
show showed shows reveal revealed reveals disclose disclosed found find finding showing disclosure surfaced
plan plans planned planning intend proposal propose proposed proposes scheme
allow allowed let permit permitted authorize authorized approve approved approval allows permission permits
allow greenlight
refuse refused reject rejected deny denied denies rejection dismiss disputed dispute
help aid assist assistance relief helped
safe safety security secure
danger threat threaten threatened threatens warning warn warned risk risks threats warns
virus coronavirus covid covid-19 pandemic outbreak epidemic disease infection
vaccine vaccines vaccination dose doses
test tests testing tested trial trials
study research researchers scientists
large many numerous several multiple dozens
small few tiny modest
first initial initially early earlier
last final previous former ex
year years annual annually yearly
month months monthly
week weeks weekly
day days daily
poor poverty
rich wealthy wealth billionaire
sex sexual sexually harassment misconduct
apologize apologized apology sorry regret
sentence sentenced punishment penalty convicted conviction guilty plea pleaded
victim victims survivor survivors
witness testify testified testimony witnesses testifying hearing
subpoena subpoenaed subpoenas
impeach impeachment impeached impeachable
budget spending spend spent
military army troops soldiers forces soldier defense pentagon servicemembers
missile missiles rocket rockets nuclear nukes
oil crude gas petroleum energy
climate warming emissions carbon
church religious faith pastor catholic christian evangelical
muslim islam islamic muslims
bomb bombs explosion explosive explosives exploded
fire blaze burn burned burning wildfire
water flood flooding floods
film movie video footage clip tape recording audio
interview interviewed
speech address remarks addressed speaking speak spoke
friend friends ally allies
enemy foe foes adversary adversaries
important significant crucial key critical
hard difficult tough
easy easily simple
angry mad furious outrage outraged anger upset
happy pleased glad delighted
fear afraid feared fears worry worried concern concerns concerned
hope hopes hoped hoping
believe think thought believes thinks believed
know knew known aware
want wanted wants wish
need needed needs require required requires requirement must should
change changed changes shift shifted alter reversed reverse
move moved moves steps
keep kept maintain maintained remain remained continue continued continues ongoing
create created form formed establish established set
open opened opening
close closed closing shut shutdown shuttered
delay delayed postpone postponed suspend suspended stalled
happen happened occur occurred incident event
result outcome consequence results
reason cause caused because motive
problem issue issues problems trouble
group organization organizations groups organisation
member members
percent percentage
people persons person citizens individuals residents public
voter voters electorate caucusgoers"""
