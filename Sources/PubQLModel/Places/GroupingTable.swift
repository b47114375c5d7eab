/// Organisations and groups of countries, with their members.
///
/// One row a line, tab-separated: name, month of membership, members, other names (`|` between
/// them). A member is an alpha-2 code, an M49 number, or `@Name_of_a_place` from a row above;
/// `-` takes one away, and `-territories` all that are not countries.
///
/// Membership is that of the month in the row, whatever the date of a publication:
/// - *European Union*: 27, without the United Kingdom, which left on 2020-01-31.
/// - *BRICS*: the nine of 2024. Saudi Arabia was invited and had not settled it; Indonesia
///   joined in January 2025.
/// - *ECOWAS* still has Burkina Faso, Mali and Niger, which left in January 2025.
/// - *ASEAN* is without Timor-Leste, which joined in October 2025; the Eurozone without Bulgaria,
///   which joined in January 2026.
/// - *NATO*: 32, with Finland (2023) and Sweden (2024). *Mercosur* has Bolivia (2024), and not
///   Venezuela, suspended in 2016. *African Union* and *Arab League* count suspended members.
/// - *Group of Twenty*: the nineteen countries; the European and the African Union, members as
///   bodies, would make half of the world lie in it.
/// - Source: the organisations' published lists of members, compiled by hand; state of the month
///   in the row.
enum GroupingTable {
  static let rows: StaticString = """
    United Nations	2024-12	001 -AQ -EH -PS -TW -VA -XK -territories	UN|U.N.|United Nations Organization|UNO
    European Union	2024-12	AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK	EU|E.U.|EU-27|EU27|European Community|European Communities|European Economic Community|EEC
    Eurozone	2024-12	AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK	Euro Area|Euro Zone|Eurozone Countries|European Monetary Union
    Schengen Area	2024-12	AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK	Schengen|Schengen Zone
    European Free Trade Association	2024-12	CH IS LI NO	EFTA
    European Economic Area	2024-12	@European_Union IS LI NO	EEA
    Council of Europe	2024-12	AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA
    Benelux	2024-12	BE LU NL	Low Countries|Benelux Countries
    Visegrad Group	2024-12	CZ HU PL SK	Visegrad|Visegrad Four|V4|Visegrad Countries|Visegrád Group
    Weimar Triangle	2024-12	DE FR PL
    Bucharest Nine	2024-12	BG CZ EE HU LT LV PL RO SK	B9
    Eastern Partnership	2024-12	AM AZ BY GE MD UA
    North Atlantic Treaty Organization	2024-12	AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US	NATO|N.A.T.O.|North Atlantic Treaty Organisation|Atlantic Alliance|North Atlantic Alliance
    Commonwealth of Independent States	2024-12	AM AZ BY KG KZ MD RU TJ UZ	CIS|C.I.S.
    Collective Security Treaty Organization	2024-12	AM BY KG KZ RU TJ	CSTO|Collective Security Treaty Organisation
    Eurasian Economic Union	2024-12	AM BY KG KZ RU	EAEU|EEU
    Organization of Turkic States	2024-12	AZ KG KZ TR UZ	Turkic States|Turkic Council|Turkic World|OTS
    GUAM Organization	2024-12	AZ GE MD UA	Organization for Democracy and Economic Development
    Shanghai Cooperation Organisation	2024-12	BY CN IN IR KG KZ PK RU TJ UZ	SCO|Shanghai Cooperation Organization
    Association of Southeast Asian Nations	2024-12	BN ID KH LA MM MY PH SG TH VN	ASEAN|A.S.E.A.N.|ASEAN Countries|ASEAN Region|Association of South East Asian Nations
    ASEAN Plus Three	2024-12	@ASEAN CN JP KR	ASEAN+3|APT
    South Asian Association for Regional Cooperation	2024-12	AF BD BT IN LK MV NP PK	SAARC
    BIMSTEC	2024-12	BD BT IN LK MM NP TH	Bay of Bengal Initiative
    Regional Comprehensive Economic Partnership	2024-12	@ASEAN AU CN JP KR NZ	RCEP
    Asia-Pacific Economic Cooperation	2024-12	AU BN CA CL CN HK ID JP KR MX MY NZ PE PG PH RU SG TH TW US VN	APEC
    Trans-Pacific Partnership	2024-12	AU BN CA CL GB JP MX MY NZ PE SG VN	CPTPP|TPP|Comprehensive and Progressive Agreement for Trans-Pacific Partnership
    Quad	2024-12	AU IN JP US	Quadrilateral Security Dialogue|The Quad|QUAD Countries
    AUKUS	2024-12	AU GB US
    Five Eyes	2024-12	AU CA GB NZ US	FVEY
    Pacific Islands Forum	2024-12	AU CK FJ FM KI MH NC NR NU NZ PF PG PW SB TO TV VU WS	PIF
    BRICS	2024-12	AE BR CN EG ET IN IR RU ZA	BRICS Countries|BRICs|BRICS+|BRICS Plus
    IBSA	2024-12	BR IN ZA	IBSA Dialogue Forum
    MIKTA	2024-12	AU ID KR MX TR
    Group of Seven	2024-12	CA DE FR GB IT JP US	G7|G-7|G7 Countries|Group of 7
    Group of Eight	2014-03	@G7 RU	G8|G-8|Group of 8
    Group of Twenty	2024-12	AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA	G20|G-20|G20 Countries|Group of 20
    Organisation for Economic Co-operation and Development	2024-12	AT AU BE CA CH CL CO CR CZ DE DK EE ES FI FR GB GR HU IE IL IS IT JP KR LT LU LV MX NL NO NZ PL PT SE SI SK TR US	OECD|O.E.C.D.|OECD Countries|Organization for Economic Cooperation and Development|Organisation for Economic Cooperation and Development
    Organization of the Petroleum Exporting Countries	2024-12	AE CG DZ GA GQ IQ IR KW LY NG SA VE	OPEC|O.P.E.C.|Organisation of the Petroleum Exporting Countries
    African Union	2024-12	002 -IO -RE -SH -TF -YT	AU|A.U.|Organization of African Unity|Organisation of African Unity|OAU
    Economic Community of West African States	2024-12	BF BJ CI CV GH GM GN GW LR ML NE NG SL SN TG	ECOWAS|CEDEAO
    West African Economic and Monetary Union	2024-12	BF BJ CI GW ML NE SN TG	WAEMU|UEMOA
    Alliance of Sahel States	2024-12	BF ML NE	Confederation of Sahel States
    G5 Sahel	2021-12	BF ML MR NE TD	Group of Five for the Sahel
    Economic Community of Central African States	2024-12	AO BI CD CF CG CM GA GQ RW ST TD	ECCAS
    Central African Economic and Monetary Community	2024-12	CF CG CM GA GQ TD	CEMAC
    Southern African Development Community	2024-12	AO BW CD KM LS MG MU MW MZ NA SC SZ TZ ZA ZM ZW	SADC
    East African Community	2024-12	BI CD KE RW SO SS TZ UG	EAC
    Intergovernmental Authority on Development	2024-12	DJ ER ET KE SD SO SS UG	IGAD
    Common Market for Eastern and Southern Africa	2024-12	BI CD DJ EG ER ET KE KM LY MG MU MW RW SC SD SO SZ TN UG ZM ZW	COMESA
    Arab Maghreb Union	2024-12	DZ LY MA MR TN	AMU
    Arab League	2024-12	AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE	League of Arab States|Arab World|Arab States|Arab Countries
    Gulf Cooperation Council	2024-12	AE BH KW OM QA SA	GCC|G.C.C.|Gulf States|Gulf Nations|Gulf Countries|Arab Gulf|Arab Gulf States|Gulf Co-operation Council|Gulf Monarchies|Cooperation Council for the Arab States of the Gulf
    Organisation of Islamic Cooperation	2024-12	AE AF AL AZ BD BF BH BJ BN CI CM DJ DZ EG GA GM GN GW GY ID IQ IR JO KG KM KW KZ LB LY MA ML MR MV MY MZ NE NG OM PK PS QA SA SD SL SN SO SR SY TD TG TJ TM TN TR UG UZ YE	OIC|Organization of Islamic Cooperation|Organisation of the Islamic Conference|Organization of the Islamic Conference|Islamic World|Muslim World
    Mercosur	2024-12	AR BO BR PY UY	Mercosul|Southern Common Market
    Andean Community	2024-12	BO CO EC PE	Comunidad Andina|Andean Community of Nations
    Pacific Alliance	2024-12	CL CO MX PE
    Caribbean Community	2024-12	AG BB BS BZ DM GD GY HT JM KN LC MS SR TT VC	CARICOM
    Central American Integration System	2024-12	BZ CR DO GT HN NI PA SV	SICA
    USMCA	2024-12	CA MX US	NAFTA|North American Free Trade Agreement|North American Free Trade Area|United States-Mexico-Canada Agreement
    Commonwealth of Nations	2024-12	AG AU BB BD BN BS BW BZ CA CM CY DM FJ GA GB GD GH GM GY IN JM KE KI KN LC LK LS MT MU MV MW MY MZ NA NG NR NZ PG PK RW SB SC SG SL SZ TG TO TT TV TZ UG VC VU WS ZA ZM	Commonwealth|British Commonwealth|Commonwealth Countries
    Community of Portuguese Language Countries	2024-12	AO BR CV GQ GW MZ PT ST TL	CPLP|Lusophone World
    UN Security Council permanent members	2024-12	CN FR GB RU US	P5|P-5|Permanent Five
    """
}
