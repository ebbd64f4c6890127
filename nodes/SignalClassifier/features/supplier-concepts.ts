/**
 * The field of every supplier, from the codebook, chapter 2 and its clarifications (sun blinds and
 * doors inside are FMH, lifts and facades are RGD, and so on), as patterns over the folded text.
 */
export const SUPPLIER_CONCEPTS: Readonly<Record<string, RegExp>> = {
	'FMH: schoonmaak en afval':
		/\b(schoonmaa?k\w*|schoongemaakt|stofzuig\w*|toilet\w*|wc|prullenbak\w*|afval\w*|vuilnis\w*|container|plakt|vlekken op de (vloer|tafel)|ongedierte\w*|muizen|handdoek\w*|zeep\w*|papier op|dweil\w*|glazenwasser|stank|muf)\b/,
	'FMH: eten en drinken':
		/\b(catering|cateraar|lunch\w*|broodje\w*|koffie\w*|thee\w*|soep|kroket\w*|bedrijfsrestaurant|restaurant|kantine|automaat|automaten|watertap|pantry|borrel\w*|maaltijd\w*|diner|gebak|kassa|salade\w*|vegetarisch\w*|veganistisch\w*|halal|menu|weekmenu|vending)\b/,
	'FMH: vergaderzalen':
		/\b(vergaderza(al|len)|zaalreservering\w*|zaalopstelling|zaal|zalen|dubbel geboekt|reservering\w*|atrium|podium|garderobe)\b/,
	'FMH: beveiliging en receptie':
		/\b(beveilig(er|ers|ing)|receptie\w*|balie van de receptie|bezoeker\w*|toegangspas\w*|rijkspas\w*|bezoekerspas\w*|pasje|toegangspoort\w*|tourniquet\w*|poortje\w*|sluisje|bhv\w*|ontruiming\w*|parkeer\w*|parkeren|parkeergarage|slagboom|fietsenstalling|dienstfiets\w*)\b/,
	'FMH: werkplek en meubilair':
		/\b(bureau|bureaustoel\w*|stoel\w*|meubilair|kast\w*|ladeblok|locker\w*|kluisje\w*|ergonomi\w*|sta-?bureau|whiteboard\w*|flexplek\w*|stiltewerkplek\w*|kolf\w*|kunst\w*|litho|schilderij\w*|planten|plantenbak\w*|tuin|hovenier|groen(voorziening)?|verhuis\w*|verhuizing\w*|verhuizers|kratten)\b/,
	'FMH: klimaat en kleine reparaties':
		/\b(klimaat\w*|verwarming\w*|radiator\w*|thermostaat\w*|te koud|te warm|graden|tocht\w*|airco\w*|ventilatie\w*|luchtvochtigheid|zonwering\w*|lamellen|gordijn\w*|jaloezie\w*|lamp\w*|tl-?\w*|verlichting|licht|kraan|kranen|deur|deuren|deurklink|slot|scharnier\w*|stopcontact\w*|wastafel|loodgieter|vloerbedekking|brandmeld\w*)\b/,
	'FMH: post en koerier':
		/\b(interne post|postkamer|poststuk\w*|postvak\w*|koerier\w*|bode|bodes|pakket\w*|aangetekend\w*)\b/,
	'ICT: werkplek':
		/\b(laptop\w*|beeldscherm\w*|monitor\w*|scherm|schermen|docking\w*|muis|toetsenbord\w*|headset\w*|tablet\w*|ipad\w*|telefoon(toestel)?|iphone\w*|mobiel\w*|diensttelefoon\w*|simkaart\w*|toestel\w*|token\w*|usb\w*|webcam\w*|werkplek ict|camera)\b/,
	'ICT: netwerk en account':
		/\b(netwerk\w*|wi-?fi|vpn|internet|inlog\w*|ingelogd|account\w*|wachtwoord\w*|autorisatie\w*|geautoriseerd|rechten op|machtiging\w*|gemachtigd\w*|server\w*|g-schijf|h-schijf|netwerkschij\w*|thuiswerk\w*|schijfruimte)\b/,
	'ICT: software en diensten':
		/\b(outlook|mailbox\w*|postvak in|e-?mail(adres|account)?|agenda|applicatie\w*|software|programma(tje|tuur)|update\w*|windows|word|excel|powerpoint|teams|skype|webex|videoverga\w*|videobel\w*|videoverbinding\w*|vergaderset|sjabloon|macro\w*|app|ict|ssc|ssc-ict|servicedesk|helpdesk|citrix|sharepoint|samenwerkruimte\w*|digitale werkplek|schermbeveiliging|elektronische handtekening|migratie)\b/,
	'RGD: gebouw':
		/\b(rgd|rijksgebouwendienst|rijksvastgoed\w*|lift|liften|liftmonteur|roltrap\w*|draaideur\w*|gevel\w*|hangbak\w*|dak|daken|daklekkage|dakraam|kozijn\w*|ramen|raam|ruit|ruiten|constructi\w*|scheur\w*|fundering\w*|verbouw\w*|renovati\w*|bouwkundig\w*|bouwgeluid|boren|geboor\w*|sloop\w*|hei\w*|asbest|steiger\w*|aannemer\w*|huur|huurcontract|huurverhoging|huisvesting\w*|vierkante meter\w*|m2|vvo|pand(eigenaar)?|gebouweigenaar|eigenaar van het gebouw|nevenlocatie|zonnepanelen|laadpa\w*|balustrade\w*|trappenhuis)\b/,
	'Xerox: drukwerk':
		/\b(xerox|repro\w*|drukwerk|drukken|gedrukt\w*|drukkerij|kopieer\w*|kopieen|printer\w*|printen|print|geprint|afdruk\w*|mfc|mfc's|multifunctional\w*|toner\w*|nieten|nietapparaat|nietjes|papierstoring|papier (loopt|zit) vast|lade|inbinden|ingebonden|ringband|brochure\w*|folder\w*|poster\w*|oplage|boekje\w*|visitekaart\w*|scan|scannen|scanner|bundel\w*|plotter|lamineren)\b/,
	'Staples: kantoorartikelen':
		/\b(staples|kantoorartikel\w*|pennen|balpen\w*|stiften|markers?|markeerstift\w*|ordner\w*|mappen|hangmap\w*|papierwaren|schrijfblok\w*|notitieblok\w*|enveloppen|envelop|plakband|post-?its?|perforator\w*|paperclips?|omslagen|dossieromslag\w*|tabbladen|bestelportaal|elastiekjes|lijm|linia\w*|schaar|scharen|etiketten|rekenmachine\w*|a4-?papier)\b/,
	'Topbloemen: bloemen':
		/\b(topbloemen|bloem(en)?|bloemist|bloemstuk\w*|boeket\w*|bos rozen|rozen|tulpen|krans|rouwstuk\w*|rouwboeket\w*|corsage\w*|weekboeket|vaas|vaasje|gerbera\w*|orchidee\w*|lelies)\b/,
	'IUC: inkoop':
		/\b(iuc|inkoop\w*|inkoper\w*|inkopen|ingekocht|aanbested\w*|raamovereenkomst\w*|raamcontract\w*|mantel\w*|contract\w*|overeenkomst|bestelaanvra\w*|inkooporder\w*|offerteaanvra\w*|minicompetitie|gunning\w*|factuur|facturen|gefactureerd|betaalbaar|prestatieverklaring\w*|crediteur\w*|nota van inlichtingen|drempelbedrag|social return|inhuur|leverancierskeuze|tender\w*|verplichtingennummer)\b/,
	'PIV: documenten':
		/\b(piv|archief\w*|archieven|archivaris|digijust|dossier|dossiers|dossieraanvra\w*|documentaire|bibliothe\w*|bewaartermijn\w*|selectielijst|nationaal archief|vernietig\w*|literatuur\w*|attendering\w*|jurisprudentie|vakblad\w*|tijdschrift\w*|zaaknummer|zaak in|metadata|archiefdoos|archiefdozen|documentsysteem|kennisbank)\b/,
	'DC: dienstencentrum zelf':
		/\b(pdc|producten- en dienstencatalogus|producten en diensten|catalogus|klantmanager\w*|accountmanager|dienstencentrum|rijksportaal\w*|intranetpagina|webredactie|redactie|nieuwsbrief dienstencentrum|jullie nieuwsbrief|klachtenregeling|klachtenprocedure|regieorganisatie|regisseur|regie|klanttevredenheid\w*|relatiebeheer\w*|leveranciersmanager\w*)\b/,
	'FMH: vuil en ongedierte':
		/\b(schoon\w*|vies\w*|vuil|stof|stoflaag|gezogen|gedweild|gelapt|ramen lappen|wc-?\w*|toilet\w*|plee|urinoir\w*|keutels|mieren|muis in|vliegjes|bestrijder|kauwgom|gemorst|vlek\w*|geur|ruikt|stank|clean\w*|rubbish|waste|bin|oud papier|papierbak|glasbak|container)\b/,
	'FMH: keuken en menu':
		/\b(kok|allergen\w*|allergie|notenallergie|glutenvrij|vega\w*|waterkoeler|tappunt|koelkast\w*|vaatwasser|magnetron|servies|bestek|dienblad\w*|cappuccino|espresso|snoep\w*|fruit\w*|bitterballen|hapjes|buffet|canteen|coffee|catering|sandwich\w*|vegetarian|maaltijd\w*|warme hap|kroket\w*|gebakje|taart\w*|salade|dranken|vergaderservice|inschenk\w*|thermoskan\w*|kannen|cateringmedewerker\w*|restaurant\w*|cateraar|drinken|eten)\b/,
	'FMH: bewaking, sleutels en vluchtwegen':
		/\b(security|guard\w*|reception|badge|visitor\w*|portier\w*|bewaking|bewaker\w*|pas|passen|pasaanvra\w*|pasfoto|dagpas|paslezer\w*|camera's|cameratoezicht|gastvrouw|gastheer|gasten ontvangst|ehbo\w*|aed|evacuatie\w*|evac\w*|vluchtroute\w*|parkeer\w*|parking|fietskelder|fietsenkelder|fietsenrek\w*|fietsen|fiets|stalling|brommers?|portofoon\w*|sleutel\w*|kluis\w*|locker\w*|tourniquet\w*|aanmeld\w* bezoek\w*|aangemeld|arrestanten\w*|brandslang\w*|blusser\w*|blusapparaat\w*|nooduitgang\w*)\b/,
	'FMH: inrichting en tuin':
		/\b(zitadvies|werkplekonderzoek|ladekast|kapstok\w*|bank|bankje|banken|belcabine\w*|stilteruimte|kantoortuin|kratten|verhuisdozen|verhuis\w*|plant|planten|desk|chair\w*|furniture|cupboard|prikbord|klok|spiegel|vloerkleed|tapijt|gordijn\w*|rails?|bordje\w*|bewegwijzering|naambord\w*|flexplek\w*|tuin|binnentuin|gras|hovenier|schoffel\w*|snoei\w*|gesnoeid|bijen|tafel\w*|vergadertafel|stoelen|podium|atrium|zaalhuur|opstelling)\b/,
	'FMH: warmte, water en licht in de kamer':
		/\b(warmte|kou|koud|heet|bloedheet|heating|temperature|draught|cold|ventilatierooster\w*|rooster|sensor\w*|lichtsensor|lichtknop|zekering|groep|stekkerdoos|stopcontact\w*|gootsteen|afvoer\w*|riool\w*|spoelt|doortrekken|doorspoelen|noodverlichting|rookmelder\w*|piept?|tl|lampje\w*|lampen|spotjes|thermostaat|radiatoren|cv|stookseizoen|lauw water|warm water|boiler|waterlekkage|drain|plumber|plafondplaat|plint\w*|slot|cilinder|deurdranger|deurkruk)\b/,
	'ICT: systemen en randapparatuur':
		/\b(ict'er\w*|zaaksysteem|registratiesysteem|urenregistratie|tijdregistratie|time registration|roosterprogramma|leerportaal|inlogscherm|microfoon\w*|speakers?|beamer|conferentietelefoon|vergaderscherm\w*|bestand(en)?|back-?up|licentie\w*|browser|edge|chrome|pincode|authenticat\w*|mfa|tweestaps\w*|distributielijst\w*|phishing\w*|nepmail\w*|accu|oplader|dock|digitale|onedrive|cloud|synchron\w*|toetsen\w*|password|login|log in|network|screen|phone|ticket|servicedesk|service desk|systeembeheer\w*|functioneel beheer|testomgeving|database|datalab|virtueel|extern domein|bounce\w*|spam\w*|encryption|usb-stick|muis|headset|bellen via|voicemail|doorschakel\w*|nummer|mobiele|sim|roaming|abonnement telefoon|time-?out|sessie|500|404|foutcode|foutmelding|herstart\w*|update|release|applicatiebeheer\w*)\b/,
	'RGD: buitendeuren, leidingen en bouw':
		/\b(buitendeur\w*|rolpoort\w*|schuifdeur\w*|rolluik\w*|poort|hek|hekwerk|entreedeur\w*|entree|voordeur|plateaulift\w*|goederenlift\w*|personenlift\w*|liftdeur\w*|liftkooi|brandtrap\w*|luifel|aanbouw|kelder|schimmel\w*|vocht\w*|grondwater|dakgoot|regenpijp\w*|hemelwater\w*|regenwater|aggregaat|noodstroom|drukpomp|pomp|hydrofoor|waterdruk|koelmachine|stookketel|bouwlawaai|heien|geheid|bouwverkeer|sedum\w*|monument\w*|isolatie|dubbel glas|stucwerk|stuc\w*|muren|muur|buitenmuur|draagmuur|dragende|vloerbelasting|opzichter|architect\w*|bouwput|tegels|bestrating|daklicht|daktuin|dakterras|trilling\w*|laadvoorziening\w*|laadpunt\w*|elevator|roof|landlord|facade|plattegrond\w*|bouwtekening\w*|bouwmelding|verbouwd|verbouwing\w*|oplevering|nutsvoorziening|energielabel|servicekosten|huurprijs|balkon\w*|leuning\w*|railing|trap|treden|schilderwerk|schilders)\b/,
	'Xerox: wat er gedrukt wordt':
		/\b(papierlade|lade \d|cyaan|magenta|kleurenprint\w*|zwart-wit|dubbelzijdig|geniet|nietfunctie|gebonden|inbind\w*|drukproef|naamkaartje\w*|visitekaart\w*|banier\w*|banner\w*|flyer\w*|uitnodigingskaart\w*|kaartjes|certifica\w*|oorkonde\w*|print shop|copier\w*|printing|printed|scan\w*|gescand|multifunctional\w*|afdrukken|afgedrukt|kopieer\w*|kopie\w*|vellen|boekje|boekjes|jaarbericht|jaarverslag|glasplaat|streep|strepen|printerstoring|printopdracht\w*|printserver|afdrukpas|drukker\w*)\b/,
	'Staples: wat er in de kast ligt':
		/\b(nietmachine\w*|perforator|pen|pennen|potlo\w+|schrift\w*|kladblok\w*|insteekhoes\w*|insteekhoezen|tabblad\w*|kalender\w*|kopieerpapier|pakken papier|dozen papier|paperclip\w*|stempel\w*|whiteboardstift\w*|stift\w*|bureaulamp\w*|office supplies|pens|kantoorspullen|pakbon\w*|bestelhistorie|bestelportaal|bestelsite|webwinkel|etiket\w*|labels?|labelprinter|lijm\w*|schaar|scharen|gum|ordners?|mapp\w+|hangmap\w*|deellevering|nalevering|retour\w*|agenda's|bureau-agenda|batterij\w*)\b/,
	'Topbloemen: soorten en stukken':
		/\b(bloemetje|ruiker|bos bloemen|boeket\w*|plantje|bloeiend|krans\w*|rouw\w*|flowers|bouquet|florist|bloemenbon|stelen|vazen|roos|rozen|tulp\w*|lelie\w*|narcis\w*|zonnebloem\w*|bloemist\w*|bloemschik\w*|droogbloemen|verwelk\w*|uitgebloeid)\b/,
	'IUC: geld en contracten':
		/\b(inkoopsysteem|budgethouder\w*|offertes|inkoopadvies\w*|marktconsultatie|betaling\w*|betaald|betaaltermijn\w*|creditnota|zzp\w*|inhuren|ingehuurd|contractbeheer\w*|contractmanager\w*|procurement|invoice\w*|purchase|tender|supplier|ordernummer|onderhands\w*|europese|drempel\w*|tolken\w*|tolk|bureau ingehuurd|raamovereenkomst\w*|perceel|gunnings\w*|inschrijv\w*|verlenging|opzegtermijn|declareren|voorfinancier\w*|leverancier kiezen|kostenplaats)\b/,
	'PIV: zaken en boeken':
		/\b(digitaliser\w*|gedigitaliseerd|leeszaal|microfiche\w*|uitleen\w*|uitgeleend|boek|boeken|abonnement\w*|documentnummer|zaakgegevens|zaak \d+|zaken|vernietigingslijst|overdracht|overbreng\w*|informatiebeheer\w*|library|archive\w*|journal\w*|archiefstuk\w*|stukken|dms|registratuur|postregistratie|scriptie|rapporten|wetsgeschiedenis|kamerstuk\w*|doos|dozen|meter archief|papieren archief|sjabloon digijust|bibliothecaris)\b/,
	'DC: loket en klachten':
		/\b(tevredenheidsonderzoek|klantonderzoek|enquete|verbeterplan|dc-site|jullie (site|pagina|pagina's|website|nieuwsbrief|catalogus|medewerker|telefoon)|loket|bemiddel\w*|welkomst\w*|doorverbonden|klachtafhandeling|klachtencoordinator\w*|mijn klacht|uw (antwoord|brief|procedure|klantmanager|dienst|nieuwsbrief|enquete)|regierol|meldpunt\w*|klacht in(dienen|gediend)|dienstencatalogus|productpagina\w*|tegel|startpagina|contactpersonen|klantcontact)\b/,
};
