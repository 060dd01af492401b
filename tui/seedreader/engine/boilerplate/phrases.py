"""The lexicon: phrases that page furniture is made of, by kind.

A phrase is written in lower case as the words of ``language.words`` give them, any number as ``0``. It stands
in one of three lists, by how much of the line it must be to mean anything: ``WHOLE`` phrases are furniture
only when they are the line, ``OPENING`` phrases when the line starts with them, ``INSIDE`` phrases anywhere.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from seedreader.engine.model import FurnitureKind

WHOLE: Final[Mapping[FurnitureKind, str]] = MappingProxyType(
    {
        "navigation": """
            home|menu|main menu|close|close menu|search|search for|search icon|skip to content|skip to main content|
            back|back to top|next|previous|next page|previous page|next article|previous article|next post|
            previous post|next story|prev|page 0|0 of 0|toggle navigation|navigation|main navigation|post navigation|
            breadcrumb|breadcrumbs|sections|categories|category|tags|tag|topics|related topics|archive|archives|more|
            show more|load more|view all|see all|view more|see more|all|news|latest|top|world|business|politics|sport|
            sports|opinion|technology|tech|science|health|culture|entertainment|lifestyle|travel|food|style|music|
            movies|books|tv|video|videos|podcast|podcasts|photos|gallery|galleries|weather|obituaries|classifieds|
            jobs|cars|real estate|events|calendar|games|horoscopes|crosswords|education|environment|climate|economy|
            markets|money|finance|local|national|international|us|uk|usa|europe|asia|africa|middle east|americas|
            australia|canada|india|china|english|español|français|deutsch|edition|features|reviews|guides|resources|
            services|products|solutions|company|press|press releases|media|multimedia|magazine|newspaper|columns|
            columnists|editorials|editorial|blog|blogs|forum|community|shop|store|deals|cart|account|my account|
            profile|login|log in|log out|sign in|sign out|register|dashboard|settings|arrow icon|loading|loading 0|
            listen to this article|listen|listen to article|read aloud|play|pause|mute|0 min read|0 minute read|
            0 minutes read|0 mins read|min read|reading time 0 min|estimated reading time|table of contents|contents|
            in this article|in this story|highlights|overview|explore|quick links|links|site map|sitemap|
            print edition|e paper|rss|print|done|text|color|background|window|transparency|font size|off|on|yes|no|
            submit|send|ok|fbpx|x|volltextsuche|startseite|menü|suche|accueil|rechercher|inicio|buscar|cerca|ricerca|
            navegação|início
        """,
        "share": """
            share|share this|share this article|share this story|share article|share story|share on facebook|
            share on twitter|share on x|share via email|share on linkedin|share on whatsapp|facebook|twitter|
            x twitter|instagram|youtube|linkedin|pinterest|reddit|tiktok|whatsapp|telegram|messenger|vk|flipboard|
            tumblr|bluesky|threads|email|e mail|mail|copy|copy link|link copied|copy url|tweet|pin|pin it|like|
            like this|like loading|follow|follow us|follow on|follow us on|connect|connect with us|social|
            social media|social media links|share options|share this with|share this page|share this post|
            all sharing options|share all sharing options|sharing options|save|save article|bookmark|save for later|
            print this|print article|email this|email article|gift this article|teilen|partager|compartir|condividi|
            поделиться|поділитися|シェア
        """,
        "promo": """
            advertisement|advertisment|ad|ads|advert|advertising|sponsored|sponsored content|promoted|paid content|
            paid post|partner content|subscribe|subscribe now|subscribe today|subscriptions|subscription|newsletter|
            newsletters|our newsletter|newsletter sign up|sign up|sign up now|sign up for free|join|join us|join now|
            donate|donate now|support us|support|become a member|membership|become a supporter|shop now|buy now|
            order now|get started|learn more|find out more|download|download now|download the app|get the app|
            start free trial|free trial|try for free|register now|book now|remove ads|article continues below|
            article continues after advertisement|story continues below|story continues below advertisement|
            scroll to continue|continue reading|want more|get the latest|stay connected|stay informed|coupons|anzeige|
            werbung|abonnieren|publicité|publicidad|pubblicità|abonnez vous|suscríbete|iscriviti|
            реклама|подписаться|підписатися|広告
        """,
        "related": """
            related|related articles|related stories|related posts|related news|related content|related reading|
            related coverage|related links|related topics|related video|related videos|also read|read also|see also|
            read more|read next|read this next|up next|more stories|more news|more articles|more from us|
            more like this|more on this|more on this story|more on this topic|most read|most popular|most viewed|
            most recent|most shared|most commented|must read|must reads|popular|popular posts|popular stories|
            popular now|trending|trending now|top stories|top news|latest news|latest stories|latest articles|
            latest posts|latest|latest videos|recent posts|recent articles|recent news|recent stories|recommended|
            recommended for you|recommended stories|recommended articles|recommended reading|editor's picks|
            editors picks|featured|featured stories|featured articles|featured posts|you may also like|
            you might also like|you may like|you might like|you may also be interested in|you might be interested in|
            don't miss|in case you missed it|keep reading|what to read next|further reading|other news|other stories|
            other articles|from the web|around the web|from our partners|more to explore|explore more|discover more|
            in other news|watch now|watch next|now playing|mehr zum thema|auch interessant|
            das könnte sie auch interessieren|à lire aussi|lire aussi|leer más|te puede interesar|lea también|
            leggi anche|leia também|leia mais|lees ook|czytaj także|читайте также|читайте також|関連記事
        """,
        "caption": "image|photo|photos|picture|pictures|video|slideshow|photo gallery|view gallery|open image",
        "credit": """
            getty images|reuters|afp|ap|ap photo|associated press|the associated press|file photo|file|stock image|
            image credit|photo credit|credit|shutterstock|istock|hide caption|toggle caption|handout|
            view image in fullscreen
        """,
        "byline": """
            by|author|authors|about the author|about the authors|written by|posted by|published by|contributor|
            staff writer|staff reporter|staff|senior editor|correspondent|editor|reporter|news editor|guest author|
            editorial staff|editorial team|admin|view profile|see all posts|view all posts|more by this author|
            about author|the author|reviewed by|fact checked by|edited by
        """,
        "dateline": """
            published|updated|last updated|last modified|posted|posted on|published on|just now|today|yesterday
        """,
        "contact": """
            contact|contact us|about|about us|careers|advertise|advertise with us|faq|faqs|help|help center|
            customer service|feedback|send feedback|send us a tip|newsroom|our team|our story|our journalists|
            who we are|work with us|write for us|get in touch|corrections|letters to the editor|letters|submit a tip|
            tips|phone|address|website|name|first name|last name|email address|your email|your name|report a problem|
            report an error|kontakt|impressum|contacto|contatti
        """,
        "comment": """
            comment|comments|0 comments|0 comment|no comments|no comments yet|leave a comment|leave a reply|
            post a comment|post comment|add a comment|add comment|view comments|show comments|read comments|
            join the conversation|join the discussion|reply|replies|cancel reply|report|report abuse|most liked|
            sort by|newest|oldest|best|what do you think|have your say|discussion|name required|email required|
            kommentare|commentaires|comentarios|commenti
        """,
        "legal": """
            privacy|privacy policy|privacy notice|privacy statement|privacy settings|your privacy choices|terms|
            terms of use|terms of service|terms conditions|terms and conditions|legal|legal notice|cookies|
            cookie policy|cookie settings|cookie preferences|disclaimer|copyright|all rights reserved|accessibility|
            accessibility statement|adchoices|ad choices|do not sell my personal information|manage cookies|accept|
            accept all|reject all|i agree|code of ethics|editorial policy|ethics policy|datenschutz|agb|
            mentions légales|aviso legal|note legali
        """,
        "duplicate": "",
    }
)

OPENING: Final[Mapping[FurnitureKind, str]] = MappingProxyType(
    {
        "navigation": """
            skip to|back to|return to|go to|filed under|posted in|tagged|tags|categories|topics|jump to|click here|
            click to|tap to|tap here|scroll|view all|see all|view the full|view more|show all|listen to this|
            listen now|more about|explore our|loading|showing|close this|remaining time|this is a modal|
            beginning of dialog|end of dialog|oops|page not found|thank you for|your browser|please enable|
            please refresh|please enter|please check|please fill|please try again|this field|print page
        """,
        "share": """
            share this|share on|share via|share to|share with|follow us|find us on|like us on|
            facebook twitter|facebook x|twitter facebook|tweet this|email this|connect with us|messenger|follow me on
        """,
        "promo": """
            subscribe|sign up|sign in|log in|join our|join us|join the|get the|get our|get unlimited|get a free|
            get your|get access|get daily|get breaking|get weekly|download our|download the|support our|support us|
            donate to|become a|start your|try our|enter your|want more|need more|want to|never miss|don't miss|
            stay up to date|stay on top|keep up with|already a subscriber|already have|not a subscriber|register for|
            register to|buy now|shop|shop the|this article is for subscribers|to continue reading|you have 0 free|
            0 free|unlock|thanks for|advertisement|sponsored by|presented by|brought to you by|a weekly|your daily|
            be the first to|our best|with your support|help us|make a donation|like what you|enjoying this|
            consider supporting
        """,
        "related": """
            related|also read|read also|read more|read next|read the|see also|see more|more from|more on|more stories|
            more in|also on|don't miss|must read|most read|watch now|watch more|watch live|watch the|watch video|
            recommended|you may also|you might also|you may like|you might like|up next|next up|in case you missed|
            latest from|top stories|trending|keep reading|for more on|for more news|for more stories|click here for|
            lire aussi|à lire aussi|leer también|lea también|lesen sie auch|leggi anche|leia também|lees ook|
            here's what to read|popular in|recent|what to know
        """,
        "caption": """
            photo|photos|image|picture|pictured|file photo|file image|in this photo|in this image|in this file|
            in this picture|in this undated|illustration|a file photo|video|an aerial view|a view of|a general view|
            a screenshot|a still from|this photo|this image|this undated|representative image|featured image|
            cover image|above|foto|bild|figure 0|gallery
        """,
        "credit": """
            photo by|photos by|photo credit|image credit|credit|photograph by|photo courtesy|image courtesy|
            courtesy of|source getty|picture by|photography by|illustration by|image source|image via|image by|
            photo via|video by|foto|source reuters|reporting by|additional reporting by|editing by
        """,
        "byline": """
            by|written by|posted by|published by|story by|words by|author|about the author|review by|reviewed by|
            edited by|medically reviewed|fact checked by|more by|from our|special to the|contributing writer|
            staff writer|a version of this article
        """,
        "dateline": """
            published|updated|last updated|last modified|posted|posted on|first published|created|modified|date|
            date 0|0 hours ago|0 hour ago|0 days ago|0 day ago|0 minutes ago|0 mins ago|publié le|mis à jour|
            publicado|actualizado|veröffentlicht|stand 0|pubblicato
        """,
        "contact": """
            contact|contact us|contact the author|email|e mail|phone|tel|call us|write to|get in touch|send us|
            have a tip|got a tip|got a story|got a news|do you have a|do you have any|have a question|have a story|
            send tips|if you have a|if you have any|letters to the editor|let us know|tell us|report a|submit a|fax|
            to contact the
        """,
        "comment": """
            comments|0 comments|leave a|post a comment|add a comment|add your comment|view comments|
            join the conversation|join the discussion|be the first to comment|your email address will|save my name|
            required fields|login to comment|log in to comment|you must be logged|reply to|what do you think|
            comments are|this comment|notify me of
        """,
        "legal": """
            copyright|all rights reserved|privacy policy|terms of|terms and|by signing up|by clicking|by submitting|
            by entering|by subscribing|by registering|by continuing|by using|by providing|i agree|we use cookies|
            this website uses|this site uses|this site is protected|this website|this cookie|necessary cookies|cookie|
            do not sell|we may earn|when you buy|when you purchase|if you buy|if you click|as an amazon|disclaimer|
            disclosure|the views expressed|the opinions expressed|views expressed|editor's note|editors note|
            correction|powered by|this material may not|reproduction|reprinted with|tous droits|alle rechte|
            todos los derechos|quotes delayed|market data|registered in england|our standards|
            this article was originally|this story was originally|read our|see our|find out how we|our journalists
        """,
        "duplicate": "",
    }
)

INSIDE: Final[Mapping[FurnitureKind, str]] = MappingProxyType(
    {
        "navigation": """
            view in browser|click here|arrow icon|opens in a new|opens in new|opens external|modal window|min read|
            minute read|javascript|log in to your|is not supported|reload the page|this page|minutes to read
        """,
        "share": """
            share this article|share this story|follow us on|on facebook and|on twitter at|on twitter|facebook page|
            twitter facebook|facebook twitter|whatsapp telegram|share on|follow him on|follow her on|follow them on|
            link copied|copy link|follow us|email copy
        """,
        "promo": """
            your inbox|our newsletter|newsletter|newsletters|sign up for|sign up to|subscribe to|subscribe now|
            subscribe today|become a member|our email|free trial|unsubscribe|our readers|support our|your support|
            our mission|our app|our podcast|our mobile app|your subscription|our subscribers|supporting our|
            premium account|sister publication|sister title|daily briefing|email alerts|breaking news alerts|
            exclusive offers|special offers|the latest news and|latest updates|promo code|shop now|
            fact checked and unbiased|independent journalism|quality journalism|tax deductible|donations|
            our exclusive event
        """,
        "related": """
            related articles|related stories|also read|read more|read also|read the full|full story|see also|
            most read|most popular|recommended reading|recommended for you|full coverage|all stories
        """,
        "caption": """
            file photo|hide caption|pictured|from left|l to r|left to right|this undated photo|in this photo|
            in this file photo|poses for|pose for|looks on|is seen in|are seen in|is seen at|seen here|stock photo
        """,
        "credit": """
            getty images|ap photo|reuters|afp|photo by|image credit|photo credit|shutterstock|istock|image courtesy|
            photo courtesy|courtesy of|credit|via ap|via getty|via reuters|via ap images|imago|epa efe|anadolu agency|
            anadolu|alamy|sputnik afp|tass|pool photo|zuma press|bloomberg via|usa today sports|handout|
            additional reporting by|editing by|reporting by|wikimedia commons|unsplash
        """,
        "byline": """
            is a reporter|is a senior reporter|is a staff writer|is a freelance|is an award winning|is a writer|
            is a journalist|is the author of|is an editor|senior editor|contributing editor|staff writer|
            about the author|written by|award winning journalist|more about|her work has appeared|
            his work has appeared|has been a writer|has been a reporter|has been a journalist|she has written for|
            he has written for|previously worked|all posts by|more by|is a contributor|is a correspondent|
            you can follow|you can reach|writes about
        """,
        "dateline": """
            last updated|published on|hours ago|minutes ago|days ago|updated on|first published|am est|pm est|am et|
            pm et
        """,
        "contact": """
            contact us at|contact us|email us|write to us|get in touch|reach us|call us|let us know|have a tip|
            email protected|send us|send an email|customer service|news tip|can be reached at|your feedback|
            your story|a story to cover|share your|tell us
        """,
        "comment": """
            comments below|comment below|leave a comment|the comments section|post a comment|join the conversation|
            email address will not|required fields|log in to|logged in|commenting|community guidelines|your comment|
            our comments|moderated|this comment
        """,
        "legal": """
            all rights reserved|rights reserved|privacy policy|privacy notice|terms of use|terms of service|
            terms and conditions|terms conditions|cookie policy|cookies|you agree|may earn|affiliate|copyright|
            do not necessarily|not be published|may not be reproduced|without permission|our use of|your consent|
            personal data|personal information|third parties|trademark|trademarks|this site|our site|our website|
            this website|registered trademark|recaptcha|for informational purposes|reuse this|republish|
            creative commons|licensed under|editorial policy|code of conduct|our standards|independently selected|
            this form
        """,
        "duplicate": "",
    }
)
