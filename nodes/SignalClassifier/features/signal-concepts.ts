/**
 * What a signal is about in the terms of the codebook (codebook.md), as patterns over
 * the folded text (lower case, no accents). A concept decides nothing by itself: it is a feature
 * whose weight is learned, next to the plain words.
 */
export const SIGNAL_CONCEPTS: Readonly<Record<string, RegExp>> = {
	// Priority rule 1: reported or complained before, and not (well) solved.
	'eerder gemeld':
		/\b(al|reeds|eerder|meermaals|herhaaldelijk|meerdere (keren|malen)|vaker|twee keer|drie keer|vier keer|vijf keer|tweemaal|driemaal|viermaal)( \w+){0,3} (gemeld|gebeld|gemaild|geklaagd|gerappelleerd|aangekaart|doorgegeven|gevraagd|verzocht|nagebeld|gerapporteerd)|(gemeld|gebeld|gemaild|geklaagd) (op|in)\b.{0,60}\b(en|daarna|vervolgens)\b|eerdere? (melding|klacht|mail|bericht|verzoek)(en|s|jes)?|vorige (melding|klacht|mail)(en|s)?|mijn (mails?|berichten|meldingen) van|rappel|nagebeld|zoals ik .{0,30}(schreef|meldde|aangaf)|vervolg op/,
	'telkens weer':
		/\b(nogmaals|wederom|alweer|voor de zoveelste|opnieuw|andermaal|poging|(tweede|derde|vierde|vijfde|zesde|zevende|achtste|2e|3e|4e|5e) (keer|maal|melding|verzoek|herinnering|mail|poging|rappel|bericht|week|monteur|maand))\b|herinnering/,
	'nog steeds niet':
		/nog (steeds|altijd|immer) (niet|geen)|niet opgelost|nog niet (opgelost|verholpen|gemaakt)|tot (op heden|nu toe|op de dag van vandaag)|is het dus niet|onverminderd|zonder (resultaat|oplossing|gevolg|succes)/,
	'toezegging niet nagekomen':
		/\b(toegezegd\w*|toezegging\w*|beloofd\w*|belofte\w*|afgesproken|afspra(ak|ken)|zou(den)? (mij |me |ons |ik )?(worden )?(terug(ge)?bel\w*|gebeld))\b|niet nagekomen/,
	'te snel gesloten':
		/\b(gesloten|afgesloten|afgemeld|afgehandeld|afgedaan|gereedgemeld|opgelost verklaard|sluiting|"?opgelost"?)\b/,
	'geen reactie':
		/\b(niets|nooit|geen|niet|nul) (\w+ ){0,4}(reactie|antwoord|terugkoppeling|gehoord|vernomen|ontvangen|gereageerd|bericht)\b|taal noch teken|(blijft|bleef|werd|geworden|is het) (\w+ )?stil\b|radiostilte|reageert niet/,
	escalatie:
		/\bescal\w+|hoger niveau|hogere? (echelon|instantie)|leidinggevende|met mandaat|aanspreekbaar|verantwoordelijkheid|kom(en)? er .{0,40}niet (meer )?uit|ingrijpen|in te grijpen|tussenbeide|directieniveau|klachtencoordinator|van het kastje naar de muur|tussen .{0,20}wal en (het )?schip/,
	// Priority rule 3: the customer calls it a complaint.
	'klacht genoemd':
		/\b((een|mijn|deze|formele|officiele) klacht|klacht (indienen|in te dienen|over|inzake|:)|klagen|klaag)\b|^klacht/m,
	'eerste keer':
		/nog nooit|nooit eerder|niet eerder|eerste keer|eerste maal|voor het eerst|nooit iets van gezegd/,
	// Priority rule 2: broken or missing and only to be mended, against quality, treatment or waiting.
	defect:
		/\b(kapot\w*|stuk|defect\w*|storing\w*|foutmelding\w*|fout \S+|error|hapert|vastgelopen|loopt vast|lekt|lekkage|lek|uitgevallen|valt uit|valt steeds|eruit|flikkert|knippert|klemt|piept|verstopt|losgelaten|afgebroken|gebroken|blijft hangen|zwart scherm|wit scherm|geblokkeerd|verlopen|geen (verbinding|signaal|geluid|beeld|stroom|bereik|toegang|internet|wifi)|plat|ligt eruit)\b|doe(t|n) (het|niets|niks)( \w+)? ?(niet)?|werk(t|en) (\w+ )?niet|gaat niet (meer )?(open|dicht|aan)|sluit niet|start niet|laadt niet|opent niet|kan niet (inloggen|openen|printen|opslaan)|niet te openen|komt? niet (door|aan)|reageert niet/,
	'op of weg':
		/\b(op is|is op|zijn op|leeg|bijna op|ontbreekt|ontbreken|verdwenen|kwijt|bijvullen|aanvullen)\b/,
	'vraag om herstel':
		/\b(monteur|reparatie|repareren|herstel\w*|nakijken|nagekeken|verhelpen|verholpen|gemaakt worden|vervangen|deblokkeren|resetten|langskomen|iemand (\w+ )?(sturen|langs|kijken|komen)|(er )?naar kijken|graag (een )?(nieuwe|andere))\b/,
	'sinds kort':
		/\b(sinds|vanaf) (vandaag|van ?ochtend|van ?morgen|gister\w*|hedenmorgen|\w*dag|de update|\d)|zojuist|zonet|net pas/,
	ontevreden:
		/\b(ontevreden|niet tevreden|ontevredenheid|teleurge\w+|teleurstel\w+|onacceptabel|onaanvaardbaar|ongepast|onprettig|schandalig|schande|slordig\w*|onder de maat|beneden (de|alle) (maat|peil)|ondermaats\w*|genant|belachelijk|bedroevend|onbehoorlijk|ergerlijk|erger(en|nis)|irritant|verbaz\w+|verbaasd|verwondering|ongenoegen|betreurens\w+|jammer dat|kan (echt )?niet|moet (echt )?anders|verwacht(te|ten|ing\w*)?|niet de indruk|stoort|vervelend|smerig|vies|waardeloos|matig|slecht\w*|mag (je|ik|men) verwachten)\b/,
	bejegening:
		/\b(onvriendelijk\w*|onbeleefd\w*|onbeschoft\w*|brutaal|bejegen\w*|toon|afgesnauwd|snauw\w*|kortaf|te woord gestaan|neerbuigend\w*|zuchtte?|hing op|uitgelachen|lomp|bits|arrogant\w*|grof|weggestuurd|afgepoeierd)\b/,
	wachttijd:
		/\b(wachttijd\w*|wachtrij|in de wacht|gewacht|wachten|doorlooptijd|te laat|half uur|kwartier|minuten (te laat|later|gewacht)|weken gewacht|traag|trage|duurde|te lang|vertraging)\b/,
	kwaliteit:
		/\b(koud(e)?|lauw\w*|vlekkerig|scheef|flets|verwelkt\w*|slap|bruin|beschadigd|verkeerde?|fout geleverd|rekenfout\w*|klopt niet|kloppen niet|onvolledig|onjuist\w*|plak(t|kerig)|muf|stinkt|bevroren|oudbakken|rommelig)\b/,
	'vraag om informatie':
		/\b(hoe|waar|wie|wat|welke?|wanneer|waarom|hoeveel|hoelang|mag ik|kan ik|moet ik|moeten wij|dien ik|is het mogelijk|is het toegestaan|geldt|klopt het|is er (al )?(een|iets)|zijn er) [^.?!]{3,160}\?/,
	'uitleg gevraagd':
		/\b((kunt|kun|kunnen) (u|je|jij|jullie) (mij |me |ons )?(\w+ )?(vertellen|aangeven|laten weten|uitleggen|zeggen|toelichten|toesturen|doorgeven)|ik (wil|zou) graag weten|graag (verneem|hoor) ik (of|wat|wie|welke|hoe|wanneer)|procedure|contactpersoon|levertijd|tarief|tarieven|prijs|handleiding|formulier|termijn|spelregels|is al bekend|bekend wanneer|stand van zaken|status)\b/,
	wens: /\bzou(den)? (het |jullie |u |wij |er |dat )?(\w+ ){0,6}(mooi|fijn|handig|prettig|leuk|welkom|idee|denkbaar|schelen|kunnen overwegen|helpen|uitkomst)|\b(idee|ideetje|suggestie|tip|wens|wensen|overwegen|in overweging|ter overweging|te overwegen|verlanglijst\w*|in de toekomst|op termijn|wat mij betreft|gedachte|wellicht iets|misschien iets|wie weet|droom|pleiten|pleidooi voor|meenemen|scheelt|standaard zou)\b/,
	maatwerk:
		/\b(offerte|prijsopgave|kostenraming|prijs afgeven|op maat|maatwerk|buiten het (standaard|gewone|reguliere)\w*|niet (in het|tot het|op de) (standaard|gewone)\w*|afwijk\w+|afwijking|wat (zijn )?de kosten|wat het kost|tegen welk bedrag|hebben (wij|we) nodig|nodig:|behoefte aan|voorstel (te )?doen|graag (ontvang|ontvangen) (ik|wij) (een |uw )?(voorstel|offerte)|laten (maken|inrichten|drukken|plaatsen|bouwen)|inrichten|kostenplaats|oplage|tijdelijk\w*|eenmalig\w*|extra)\b/,
	evenement:
		/\b(congres|symposium|evenement|bijeenkomst|ontvangst|receptie voor|beediging|opening|jubileum|tentoonstelling|herdenking|conferentie|gasten|deelnemers|personen|delegatie|open dag|netwerkborrel|borrel|diner|themadag)\b/,
	waardering:
		/\b(compliment\w*|hulde|pluim|waardering|bedank\w*|dank aan|mijn dank|veel dank voor|dank voor (de|het|jullie|uw) (goede|snelle|hulp|inzet|fijne)|chapeau|petje af|geweldig\w*|fantastisch\w*|uitstekend\w*|voortreffelijk\w*|perfect|prachtig\w*|schitterend\w*|keurig\w*|voorbeeldig|klasse|super|top|heerlijk\w*|erkentelijk|vriendelijk geholpen|goed geholpen|verrast|genoten|wat een \w+|bloemetje|taart|topper\w*|vakwerk|vakman\w*|zonnetje)\b/,
	'geen klantsignaal':
		/\b(automatisch (antwoord|gegenereerd|bericht)|autoreply|auto-reply|afwezig\w*|met verlof|out of office|out of the office|nieuwsbrief|afmelden|uitschrijven|unsubscribe|uitnodiging|geaccepteerd|geweigerd|voorlopig|organisator|korting|aanbieding|webinar|whitepaper|gratis|klik hier|deze e-?mail (wordt|is) verstuurd|beantwoord deze|niet mogelijk te reageren|noreply|in deze (editie|uitgave)|in dit nummer|undeliver\w*|delivery|vacature|test(mail|bericht)?)\b/,
	spoed:
		/\b(spoed\w*|per direct|zo snel mogelijk|asap|onmiddellijk|met voorrang|urgent|nu (iemand|meteen)|direct (iemand|een)|vandaag nog|vandaag|vanmiddag|vanavond|morgen(ochtend|middag)?|uiterlijk|aanstaande|haast|dringend)\b/,
	gevaar:
		/\b(gevaar\w*|gewond|letsel|brand\w*|rook|rooklucht|vast in de lift|vastgezeten|opgesloten|scherven|uitgegleden|struikel\w*|stroomdraad|kortsluiting|vonk\w*|veiligheid|onwel|ontruim\w*|staat op een kier|valt naar beneden|losgekomen|instort\w*|gaslucht|alarm)\b/,
	'primair proces':
		/\b(primair\w* proces|piket\w*|crisis\w*|zitting|kamervragen|ministerraad|minister|staatssecretaris|hele (afdeling|directie|verdieping|etage)|niemand kan|kunnen niet werken|ligt stil|plat|kort geding|meldkamer)\b/,
	'zonder haast':
		/\b(geen haast|zonder haast|niet urgent|urgent is het niet|als het (een keer )?uitkomt|wanneer het schikt|ooit|gelegenheid)\b/,
	'een aantal keren':
		/\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|\d+) ?(keer|maal|x) (is |heb ik |zijn |al )?(er )?(gebeld|gemaild|gemeld|gevraagd|geschreven|geweest|langs\w*|verzet|doorgegeven|teruggestuurd|verteld|aangegeven|beloofd|heen)|\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf) (monteurs|bezoeken|mails|berichten|meldingen|mailtjes|telefoontjes|excuses|tickets|namen)\b|\b(derde|vierde|vijfde|zesde|zevende|laatste|zoveelste) (\w+ )?(monteur|ticket|melding|poging|verzoek|bericht|mail|rappel|herinnering|maal)\b|(iedere|elke) keer (dat|krijg|komt|hoor|is|weer|een|wordt|als)|\bgemeld\b(?=.{0,120}\bgemeld\b)|\b(third|fourth|fifth|second) (time|message|mail|week|report)\b|\b(twice|three times|four times|five times)\b/s,
	'met data verteld':
		/\b(op|van|in) (\d{1,2} )?(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b(?=.{5,300}\b(op|van|in) (\d{1,2} )?(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)/s,
	'wat er gezegd is':
		/\b(zou|zouden) .{0,40}(komen|bellen|uitzoeken|doorgeven|terugbellen|terugkomen|aanpassen|oppakken|regelen|sturen|krijgen|gebeuren|worden)|(kreeg|krijg) (ik|wij|je) (als |het |een |te )?(\w+ )?(antwoord|reactie|horen|bericht|mededeling)|werd (mij|ons) (gezegd|verteld|meegedeeld)|(zei|schreef|antwoordde|liet weten|kreeg te horen|hoorde ik|mededeling dat|mij is (toen )?gezegd)|wordt opgepakt|in behandeling|wordt aan gewerkt|mee bezig/s,
	'van de een naar de ander':
		/verwijst (u |mij |ons |me )?(weer )?(door )?naar|volgens (de|het|hen) .{0,40}(volgens|ligt)|de (een|ene) .{0,60}de ander|in plaats van met mij|naar elkaar|rondjes?\b|doorgestuurd naar|doorverbonden|wie (gaat|is) (hier|er|hiervoor|daarvoor|dan) (over|verantwoordelijk|wel)|eigenaar (is|van)|iemand (die|met wie) .{0,30}(beslissen|kan beslissen|over gaat|bevoegd|de baas|achteraan)/s,
	'geen vertrouwen':
		/geen vertrouwen|geloof (ik )?(er )?niet|verander(t|de|d) (er )?niets|er gebeurt niets|niets (mee )?gebeurd|zo (kan|gaat) (het|dit) niet (langer|verder)|structureel|definitieve oplossing|de oorzaak|aandringen|er (zelf |echt )?niet (mee )?uit|overnemen|bemiddel\w+|een gesprek|om tafel|aanspreekpunt|ondernemingsraad|directie van|hogerop|de maat is vol|geduld (is|raakt) op|moe van/,
	'retorische vraag':
		/\b(wie|welke \w+) (heeft|bedenkt|verzint|ontwerpt|controleert|test|let|komt) [^.?!]{0,90}\?|aan wie is|is (dat|dit) (nou |nu |echt )?(te veel|zo moeilijk|normaal)|hoe (is|kan) (dit|dat|het|zoiets|een) [^.?!]{0,60}\?|waarom (moet|is|wordt|heeft|kan|staat|krijg)[^.?!]{0,120}\?|sinds wanneer|waar betaal|wat is (dit|dat)\?|moet er eerst/,
	'zo hoort het niet':
		/zo ga je niet|kan (toch|dit|dat|zo) (toch )?niet|(dit|dat|het) (kan|moet|had) (echt |toch |wel |vlotter |veel )?(beter|anders|niet)|had (ik|iemand|men|u|je|beter|vlotter|moeten) |mag (je|ik|men|u) (toch )?verwachten|ik (vind|vond) (het|dit|dat|dat dit|de)|rekening (mee )?houden|niemand (heeft|had|was|belde|wist|die|kwam|zei)|zonder (overleg|bericht|aankondiging|waarschuwing|iets te|te vragen|dat er)|niet (meer )?van deze tijd|te gek|voor schut|zonde van|smakeloos|overdreven|omslachtig|doodzonde|rommel|troep|bende|puinhoop|kwalijk|jammer|teleur\w+|toon|respect/,
	'als klacht bedoeld':
		/als klacht|klacht bij u|klachtenprocedure|complaint|wil ik klagen|(wil|moet) ik (u |jullie )?(toch )?(kwijt|laten weten dat ik (niet|on))|aangesproken wordt|op aanspreken|aan te spreken|opgenomen met|bespreken met de leverancier|bij de leverancier (op tafel|onder de aandacht|aankaart)/,
	lof: /schot in de roos|goud(en)? (waard|handen)|aanwinst|een gave|verademing|opluchting|mee ?ge?dacht|dacht\w{0,20} mee|meedenken|attent|respect voor|uit zichzelf|vlekkeloos|gesmeerd|op rolletjes|niets dan lof|dankbaar|heel blij|erg blij|zo blij|dolblij|tevreden (over|met)|mag (ook |best |toch )?(weleens|wel eens|best|eens) (eens )?gezegd|gezegd worden|gehoord dat .{0,30}goed|fijn dat (jullie|u|je)|veel dank|dank (aan|namens)|hartelijk dank voor (de|het|uw|jullie)|buitengewoon|onvergetelijk|glimlach|lief\w*|vriendelijk\w*|behulpzaam|geduld(ig)?|meegedacht|meedacht|red(t|de|der|ding)|ontroer\w+|indruk|mooier dan|beter dan|thank you (so much |very much )?for|many thanks|grateful|excellent|wonderful|great (job|work|service)|kudos/,
	vrijblijvend:
		/zou(den)? (ik |we |wij |het |er |u |jullie |dat )?(\w+ ){0,6}(mooi|fijn|handig|prettig|leuk|welkom|uitkomst|schelen|helpen|waardevol|ideaal|aanwinst|verbetering|een idee)|misschien (is|iets|een|kan|kunnen|voor|dat)|mocht (er|het|u|dat) (ooit|toch|nog|een|weer)|als (er|het|jullie) (ooit|toch|weer|eens)|(ooit|eens|een keer) (te |kunnen |willen )?(overweg\w*|bekeken|kijken|nagedacht)|voorstel|suggestie|idee|op de (verlang)?lijst|al is het maar|in de toekomst|op termijn|volgende versie|liefst|wat mij betreft|zou best|wie weet|vroeg ik me af of|would be (nice|great|helpful)|suggestion|idea|wish/,
	'prijs of voorstel gevraagd':
		/offerte|prijsopgave|prijs (afgeven|opgeven|voor|maken)|wat (gaat |zou |zou dat |kost |mag )?.{0,25}kost(en)?\b|kosten(raming|overzicht|plaatje|indicatie)|raming|voorstel (met|doen|maken|kunnen|voor)|meedenken over|opname doen|impactanalyse|haalbaarheid\w*|niet (in|op) (de|jullie|het) (catalogus|productlijst|standaard\w*|lijst|assortiment)|geen standaard\w*|niet standaard|past niet (in|binnen)|speciaal|speciale|quot(e|ation)|estimate|proposal|not a standard/,
	'post van een burger':
		/\b(verblijfsvergunning|naturalisatie|inburger\w*|v-nummer|boete|cjib|deurwaarder|aangifte|slachtofferhulp|gevangenis|detentie|hechtenis|alimentatie|vog|verklaring omtrent|dagvaarding|schadevergoeding|faillissement|curator|gratie|adoptie|voogd\w*|uitkering|de politie|mijn (zoon|dochter|man|vrouw|moeder|vader|broer|zus|ex|advocaat|client|buurman|kinderen|rijbewijs|paspoort)|ik woon|wij wonen|bewo(ner|oner|onster)\w*|geachte minister|aan de minister|belasting|op (de|uw|jullie) website|van de website|client|advocaat|gemeente|avg|woo-verzoek|wob-verzoek)\b/,
	'privé of verdwaald':
		/\b(mam|pap|schat|lieverd|liefs|xx*|reunie|voetbalpool|poule|avondeten|aardappels|trein|kapper|garage|apk|bouwmarkt|klantenkaart|sinterklaas\w*|surprise|verjaardag|barbecue|weekend weg|ja leuk|tot straks|tot vanavond)\b/,
	'reclame of systeembericht':
		/\b(proefabonnement|vrijblijvend\w* (proef|kennis|gesprek|advies)|demo|familiebedrijf|onze klanten|webshop|bestel nu|shop|uw bestelling bij|verzending|parcel|track|congresbureau|aanmeldnummer|redactie|abonnee|lezers|ontvangt (u )?(dit|deze)|aangemeld|u ontvangt|automatisch|do not reply|noreply|no-reply|niet (op )?antwoorden|vragenlijst|herinnering:|serial number|notification|wanneer:|waar:|locatie:|deelnemen|vergader-id|accepteren|permanent error|bezorgd|samenvatting|editie|agenda:)\b/,
	'praktische vraag':
		/\b(mag (ik|je|er|dat|wij|het)|kan (ik|je|dat|het|er) |moet (ik|je|dat|er)|waar (kan|vind|moet|haal|lever)|bij wie|hoe (vraag|lang|werkt|kan|gaat|moet|zit|kom|ver|duur|hoog|vaak)|wie (is|kan|gaat|moet|beslist|tekent)|wat (is|zijn|moet|kost|doe|vul)|welk\w* |is (het|er|dat|bekend|al)|geldt|heeft (staples|xerox|iemand|u|jullie))[^.?!]{0,160}\?/,
	'in het Engels': /\b(the|and|with|this|have|not|please|would|my|your|for)\b/,
	'defect (Engels)':
		/\b(broken|not work\w*|doesn't work|does not work|stopped working|error|cannot|can't|unable to|out of order|blocked|missing|leak\w*)\b/,
	'eerder gemeld (Engels)':
		/\b(again|still (not|no|missing|waiting)|reported|escalated|was closed|nobody (called|answered|asked)|no (reply|answer|response)|promised|already)\b/,
};
