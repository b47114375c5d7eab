/// Regions as the literature of international affairs speaks of them, where UN M49 has none
/// or draws another line.
///
/// One row a line, tab-separated: name, members, other names (`|` between them). A member is an
/// alpha-2 code, an M49 number, or `@Name_of_a_place` from a row above; `-` takes one away.
///
/// Where usage wavers:
/// - *Middle East* has Egypt, Iran and Turkey; *MENA* adds all of M49's Northern Africa, so Sudan.
/// - *Gulf* is the countries on its shores; the states of the Gulf Cooperation Council are a
///   grouping of their own.
/// - *South Asia* is SAARC's, so without Iran; M49's Southern Asia has it.
/// - *Sahel* is the ten countries of the United Nations Integrated Strategy for the Sahel.
/// - *Great Lakes* are the African ones.
/// - *North America* is M49's Northern America and Mexico; M49 counts Mexico to Central America,
///   and so it is in both.
/// - *Latin America* is Central and South America whole, and of the Caribbean the countries that
///   speak Spanish or French.
/// - *Indo-Pacific* and *Asia-Pacific* stop at the American shore; only the second has Central Asia.
/// - *Eurasia* is Europe and Asia, not only the former Soviet Union.
/// - *Arctic* has only land that is wholly there; no Arctic state lies in it.
/// - *Global North* and *Global South* follow UNCTAD's developed and developing economies.
/// - Source: compiled by hand from common usage, UNCTADstat classification (2024), UN Integrated
///   Strategy for the Sahel (2018); November 2026.
enum PolicyAreaTable {
  static let rows: StaticString = """
    Middle East	AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE	Mideast|Near East|Middle-East|Near and Middle East
    Middle East and North Africa	@Middle_East 015	MENA|MENA Region|Middle East/North Africa|Middle East-North Africa|North Africa and the Middle East|Middle East and Northern Africa|Near East and North Africa
    Gulf	AE BH IQ IR KW OM QA SA	Persian Gulf|Arabian Gulf|Gulf Region|The Gulf|Persian Gulf Region
    Arabian Peninsula	AE BH KW OM QA SA YE	Arabia
    Levant	IL JO LB PS SY	Eastern Mediterranean|Mashriq|Mashreq
    Maghreb	DZ EH LY MA MR TN	Maghrib|Greater Maghreb
    Sahel	BF CM GM GN ML MR NE NG SN TD	Sahel Region|African Sahel
    Lake Chad Basin	CM NE NG TD	Lake Chad|Lake Chad Region
    Gulf of Guinea	AO BJ CD CG CI CM GA GH GN GQ GW LR NG SL ST TG
    Horn of Africa	DJ ER ET SO
    Greater Horn of Africa	@Horn_of_Africa KE SD SS UG
    Great Lakes	BI CD KE RW TZ UG	African Great Lakes|Great Lakes Region|Great Lakes of Africa|Great Lakes (Africa)|Africa's Great Lakes
    Francophone Africa	BF BI BJ CD CF CG CI CM DJ GA GN GQ KM MG ML NE RW SC SN TD TG	French-speaking Africa
    Lusophone Africa	AO CV GQ GW MZ ST	Portuguese-speaking Africa
    South Asia	AF BD BT IN LK MV NP PK	S. Asia|Indian Subcontinent|Subcontinent
    Northeast Asia	CN JP KP KR MN TW	North-East Asia|Northeastern Asia|North-Eastern Asia|NE Asia
    Korean Peninsula	KP KR	Korea|The Koreas|Two Koreas
    Greater China	CN TW
    Indochina	KH LA VN	French Indochina
    Mekong	KH LA MM TH VN	Mekong Region|Lower Mekong|Mekong Basin|Greater Mekong
    Mainland Southeast Asia	KH LA MM TH VN	Continental Southeast Asia
    Maritime Southeast Asia	BN ID MY PH SG TL	Insular Southeast Asia
    Asia-Pacific	030 035 143 009 @South_Asia	Asia Pacific|Asia/Pacific|Asia and the Pacific|Asia and Pacific|APAC|Asia-Pacific Region|Asian-Pacific
    Indo-Pacific	030 035 009 @South_Asia	Indo Pacific|Indopacific|Indo-Asia-Pacific|Indo-Pacific Region
    East Asia and the Pacific	030 035 009	East Asia and Pacific|East Asia-Pacific|East Asia/Pacific|EAP
    South and Southeast Asia	@South_Asia 035	South & South-East Asia|Southern and Southeastern Asia
    South and Central Asia	@South_Asia 143
    East and Southeast Asia	030 035
    Greater Central Asia	143 AF MN
    Europe and Central Asia	150 143 AM AZ GE TR	ECA
    Eurasia	150 142	Eurasian Continent
    Post-Soviet space	AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ	Post-Soviet States|Post-Soviet Countries|Post-Soviet Region|Former Soviet Union|Former Soviet States|Former Soviet Republics|Former USSR|FSU|Newly Independent States|Near Abroad
    Caucasus	AM AZ GE	South Caucasus|Southern Caucasus|Transcaucasia|Transcaucasus|Caucasus Region
    Black Sea	BG GE RO RU TR UA	Black Sea Region|Black Sea Basin|Wider Black Sea
    Caspian Sea	AZ IR KZ RU TM	Caspian|Caspian Basin|Caspian Region
    Mediterranean	AL BA CY DZ EG ES FR GI GR HR IL IT LB LY MA MC ME MT PS SI SY TN TR	Mediterranean Sea|Mediterranean Region|Mediterranean Basin|Euro-Mediterranean
    North America	021 MX	N. America|North American Continent
    Latin America	013 005 CU DO HT PR
    Northern Triangle	GT HN SV	Northern Triangle of Central America
    Southern Cone	AR CL PY UY	Cono Sur
    Andes	BO CL CO EC PE VE	Andean Region|Andean Countries|Andean States
    English-speaking Caribbean	AG BB BS DM GD GY JM KN LC TT VC	Anglophone Caribbean|Commonwealth Caribbean
    Balkans	AL BA BG GR HR ME MK RO RS SI XK	The Balkans|Balkan Peninsula|Balkan States|Balkan Countries|Balkan
    Western Balkans	AL BA ME MK RS XK	West Balkans|Western Balkan Six|WB6
    Southeast Europe	AL BA BG GR HR MD ME MK RO RS SI XK	South-East Europe|Southeastern Europe|South-Eastern Europe|SEE
    Central Europe	AT CH CZ DE HU LI PL SI SK	Mitteleuropa|Middle Europe
    Central and Eastern Europe	AL BA BG CZ EE HR HU LT LV ME MK PL RO RS SI SK XK	CEE|Central and East Europe|Central/Eastern Europe|East Central Europe|East-Central Europe|Central-Eastern Europe|Eastern and Central Europe
    Baltic States	EE LT LV	Baltics|The Baltics|Baltic Countries|Baltic
    Baltic Sea	AX DE DK EE FI LT LV PL RU SE	Baltic Sea Region
    Nordic countries	AX DK FI FO IS NO SE	Nordics|Nordic States|Nordic Region|Norden|Nordic|Nordic Europe
    Scandinavia	DK NO SE	Scandinavian Countries
    Nordic-Baltic	@Nordic_countries @Baltic_States	Nordic-Baltic Region|NB8|Nordic and Baltic Countries
    Iberian Peninsula	AD ES GI PT	Iberia
    British Isles	GB IE IM GG JE
    Arctic	GL SJ	High North|Arctic Region|The Arctic|Arctic Circle|Arctic Ocean
    Pacific Islands	054 057 061	Pacific Island Countries|Pacific Island States|South Pacific|Pacific Islands Region|Pacific Island Nations|South Pacific Islands|Pacific Islands Countries
    Global North	021 150 AU IL JP KR NZ	Developed Countries|Developed World|Industrialized Countries|Industrialised Countries|First World
    Global South	002 419 142 054 057 061 -CY -IL -JP -KR	Developing Countries|Developing World|Third World|Less Developed Countries|Majority World
    """
}
