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
};
