/// The countries and areas of ISO 3166-1, and Kosovo.
///
/// One row a line, tab-separated: alpha-2, alpha-3, M49 number, M49 number of the smallest
/// region that holds it, kind, the country it is part of, preferred name, other names (`|`
/// between them). A name in brackets, and forms like *Korea, Republic of*, are found without
/// being listed; see `Gazetteer.find`.
///
/// What differs from UN M49, on purpose:
/// - Taiwan, which M49 does not list, is put in Eastern Asia; Kosovo, which has no number there
///   and no ISO code (XK and XKX are codes left to users), in Southern Europe.
/// - Hong Kong and Macao lie within China, and the Åland Islands within Finland, besides
///   counting as areas of their own. No other territory lies within the country it belongs to:
///   French Guiana is in South America and not in Europe.
/// - Cyprus lies in Western Asia, as in M49, and in Europe too; otherwise the European Union
///   would not lie in Europe. See `GazetteerBuilder`.
///
/// What follows UN M49 though usage wavers: all of Russia is in Eastern Europe and none of it in
/// Asia; Turkey, Armenia, Azerbaijan and Georgia are in Western Asia only; Egypt is in Northern
/// Africa; Kazakhstan is in Central Asia; Iran is in Southern Asia; Sudan is in Northern Africa;
/// Mexico is in Central America.
///
/// The kind says how the source describes an area's standing and is no opinion about it.
/// - Source: UN Statistics Division, M49; ISO 3166-1; UNTERM and CLDR names, as collected in
///   datasets/country-codes (PDDL), read 2025. Short, former and English usual names added by hand.
enum CountryTable {
  static let rows: StaticString = """
    AF	AFG	004	034	country		Afghanistan	Islamic Republic of Afghanistan|Islamic Emirate of Afghanistan
    AX	ALA	248	154	territory	FI	Åland Islands	Aland
    AL	ALB	008	039	country		Albania	Republic of Albania
    DZ	DZA	012	015	country		Algeria	People's Democratic Republic of Algeria
    AS	ASM	016	061	territory		American Samoa	
    AD	AND	020	039	country		Andorra	Principality of Andorra
    AO	AGO	024	017	country		Angola	Republic of Angola
    AI	AIA	660	029	territory		Anguilla	
    AQ	ATA	010	001	territory		Antarctica	
    AG	ATG	028	029	country		Antigua and Barbuda	
    AR	ARG	032	005	country		Argentina	Argentine Republic
    AM	ARM	051	145	country		Armenia	Republic of Armenia
    AW	ABW	533	029	territory		Aruba	
    AU	AUS	036	053	country		Australia	
    AT	AUT	040	155	country		Austria	Republic of Austria
    AZ	AZE	031	145	country		Azerbaijan	Republic of Azerbaijan
    BS	BHS	044	029	country		Bahamas	Commonwealth of the Bahamas|Bahama Islands
    BH	BHR	048	145	country		Bahrain	Kingdom of Bahrain
    BD	BGD	050	034	country		Bangladesh	People's Republic of Bangladesh
    BB	BRB	052	029	country		Barbados	
    BY	BLR	112	151	country		Belarus	Republic of Belarus|Byelorussia|Belorussia
    BE	BEL	056	155	country		Belgium	Kingdom of Belgium
    BZ	BLZ	084	013	country		Belize	British Honduras
    BJ	BEN	204	011	country		Benin	Republic of Benin|Dahomey
    BM	BMU	060	021	territory		Bermuda	
    BT	BTN	064	034	country		Bhutan	Kingdom of Bhutan
    BO	BOL	068	005	country		Bolivia	Bolivia (Plurinational State of)|Plurinational State of Bolivia
    BA	BIH	070	039	country		Bosnia and Herzegovina	Bosnia|Bosnia-Hercegovina|BiH
    BW	BWA	072	018	country		Botswana	Republic of Botswana|Bechuanaland
    BV	BVT	074	005	territory		Bouvet Island	
    BR	BRA	076	005	country		Brazil	Federative Republic of Brazil
    IO	IOT	086	014	territory		British Indian Ocean Territory	BIOT|Chagos Archipelago|Chagos Islands|Diego Garcia
    VG	VGB	092	029	territory		British Virgin Islands	Virgin Islands, British|BVI
    BN	BRN	096	035	country		Brunei	Brunei Darussalam|Negara Brunei Darussalam
    BG	BGR	100	151	country		Bulgaria	Republic of Bulgaria
    BF	BFA	854	011	country		Burkina Faso	Upper Volta
    BI	BDI	108	014	country		Burundi	Republic of Burundi
    CV	CPV	132	011	country		Cabo Verde	Cape Verde|Republic of Cabo Verde|Cape Verde Islands
    KH	KHM	116	035	country		Cambodia	Kingdom of Cambodia|Kampuchea|Democratic Kampuchea|Khmer Republic
    CM	CMR	120	017	country		Cameroon	Republic of Cameroon
    CA	CAN	124	021	country		Canada	
    BQ	BES	535	029	territory		Caribbean Netherlands	Bonaire, Sint Eustatius and Saba|Bonaire|BES Islands
    KY	CYM	136	029	territory		Cayman Islands	
    CF	CAF	140	017	country		Central African Republic	
    TD	TCD	148	017	country		Chad	Republic of Chad
    CL	CHL	152	005	country		Chile	Republic of Chile
    CN	CHN	156	030	country		China	People's Republic of China|PRC|P.R.C.|P.R. China|PR China|Mainland China|Communist China|Red China
    CX	CXR	162	053	territory		Christmas Island	
    CC	CCK	166	053	territory		Cocos (Keeling) Islands	Cocos Islands|Keeling Islands
    CO	COL	170	005	country		Colombia	Republic of Colombia
    KM	COM	174	014	country		Comoros	Union of the Comoros|Comoro Islands
    CK	COK	184	061	territory		Cook Islands	
    CR	CRI	188	013	country		Costa Rica	Republic of Costa Rica
    CI	CIV	384	011	country		Côte d'Ivoire	Ivory Coast|Cote D'Ivoire
    HR	HRV	191	039	country		Croatia	Republic of Croatia
    CU	CUB	192	029	country		Cuba	Republic of Cuba
    CW	CUW	531	029	territory		Curaçao	
    CY	CYP	196	145	country		Cyprus	Republic of Cyprus
    CZ	CZE	203	151	country		Czechia	Czech Republic|Czech Lands
    CD	COD	180	017	country		Democratic Republic of the Congo	Congo - Kinshasa|DRC|D.R.C.|DR Congo|D.R. Congo|RD Congo|Congo-Kinshasa|Kinshasa Congo|Zaire|Dem. Rep. Congo|Congo DR|Congo DRC|Democratic Republic of Congo|Belgian Congo
    DK	DNK	208	154	country		Denmark	Kingdom of Denmark
    DJ	DJI	262	014	country		Djibouti	Republic of Djibouti
    DM	DMA	212	029	country		Dominica	Commonwealth of Dominica
    DO	DOM	214	029	country		Dominican Republic	Dominican Rep.
    EC	ECU	218	005	country		Ecuador	Republic of Ecuador
    EG	EGY	818	015	country		Egypt	Arab Republic of Egypt
    SV	SLV	222	013	country		El Salvador	Republic of El Salvador
    GQ	GNQ	226	017	country		Equatorial Guinea	Republic of Equatorial Guinea
    ER	ERI	232	014	country		Eritrea	State of Eritrea
    EE	EST	233	154	country		Estonia	Republic of Estonia
    SZ	SWZ	748	018	country		Eswatini	Kingdom of Eswatini|Swaziland|Kingdom of Swaziland
    ET	ETH	231	014	country		Ethiopia	Federal Democratic Republic of Ethiopia|Abyssinia
    FK	FLK	238	005	territory		Falkland Islands	Falklands|Malvinas|Islas Malvinas|Falkland Islands (Malvinas)
    FO	FRO	234	154	territory		Faroe Islands	Faeroe Islands|Faroes
    FJ	FJI	242	054	country		Fiji	Republic of Fiji
    FI	FIN	246	154	country		Finland	Republic of Finland
    FR	FRA	250	155	country		France	French Republic
    GF	GUF	254	005	territory		French Guiana	
    PF	PYF	258	061	territory		French Polynesia	
    TF	ATF	260	014	territory		French Southern Territories	
    GA	GAB	266	017	country		Gabon	Gabonese Republic
    GM	GMB	270	011	country		Gambia	Republic of the Gambia|The Gambia
    GE	GEO	268	145	country		Georgia	Republic of Georgia|Georgia (country)|Sakartvelo
    DE	DEU	276	155	country		Germany	Federal Republic of Germany|FRG
    GH	GHA	288	011	country		Ghana	Republic of Ghana|Gold Coast
    GI	GIB	292	039	territory		Gibraltar	
    GR	GRC	300	039	country		Greece	Hellenic Republic|Hellas
    GL	GRL	304	021	territory		Greenland	
    GD	GRD	308	029	country		Grenada	
    GP	GLP	312	029	territory		Guadeloupe	
    GU	GUM	316	057	territory		Guam	
    GT	GTM	320	013	country		Guatemala	Republic of Guatemala
    GG	GGY	831	154	territory		Guernsey	
    GN	GIN	324	011	country		Guinea	Republic of Guinea|Guinea-Conakry
    GW	GNB	624	011	country		Guinea-Bissau	Republic of Guinea-Bissau|Guinea Bissau|Portuguese Guinea
    GY	GUY	328	005	country		Guyana	Co-operative Republic of Guyana|British Guiana
    HT	HTI	332	029	country		Haiti	Republic of Haiti
    HM	HMD	334	053	territory		Heard and McDonald Islands	Heard Island and McDonald Islands
    HN	HND	340	013	country		Honduras	Republic of Honduras
    HK	HKG	344	030	territory	CN	Hong Kong	China, Hong Kong Special Administrative Region|Hong Kong SAR|Hongkong|HKSAR|Hong Kong Special Administrative Region
    HU	HUN	348	151	country		Hungary	
    IS	ISL	352	154	country		Iceland	Republic of Iceland
    IN	IND	356	034	country		India	Republic of India|Bharat
    ID	IDN	360	035	country		Indonesia	Republic of Indonesia|Dutch East Indies
    IR	IRN	364	034	country		Iran	Iran (Islamic Republic of)|Islamic Republic of Iran|Persia|I.R. Iran
    IQ	IRQ	368	145	country		Iraq	Republic of Iraq
    IE	IRL	372	154	country		Ireland	Republic of Ireland|Irish Republic|Eire
    IM	IMN	833	154	territory		Isle of Man	
    IL	ISR	376	145	country		Israel	State of Israel
    IT	ITA	380	039	country		Italy	Republic of Italy
    JM	JAM	388	029	country		Jamaica	
    JP	JPN	392	030	country		Japan	
    JE	JEY	832	154	territory		Jersey	
    JO	JOR	400	145	country		Jordan	Hashemite Kingdom of Jordan
    KZ	KAZ	398	143	country		Kazakhstan	Republic of Kazakhstan|Kazakstan
    KE	KEN	404	014	country		Kenya	Republic of Kenya
    KI	KIR	296	057	country		Kiribati	Republic of Kiribati
    XK	XKX	000	039	country		Kosovo	Republic of Kosovo|Kosova|Kosovo (UNSCR 1244)
    KW	KWT	414	145	country		Kuwait	State of Kuwait
    KG	KGZ	417	143	country		Kyrgyzstan	Kyrgyz Republic|Kyrgyz Rep.|Kirghizia|Kirgizstan|Kirghizstan
    LA	LAO	418	035	country		Laos	Lao People's Democratic Republic|Lao PDR|Lao|Lao P.D.R.
    LV	LVA	428	154	country		Latvia	Republic of Latvia
    LB	LBN	422	145	country		Lebanon	Lebanese Republic
    LS	LSO	426	018	country		Lesotho	Kingdom of Lesotho|Basutoland
    LR	LBR	430	011	country		Liberia	Republic of Liberia
    LY	LBY	434	015	country		Libya	State of Libya|Libyan Arab Jamahiriya|Libyan Arab Republic
    LI	LIE	438	155	country		Liechtenstein	Principality of Liechtenstein
    LT	LTU	440	154	country		Lithuania	Republic of Lithuania
    LU	LUX	442	155	country		Luxembourg	Grand Duchy of Luxembourg
    MO	MAC	446	030	territory	CN	Macao	China, Macao Special Administrative Region|Macau|Macao SAR|Macau SAR|Macao Special Administrative Region
    MG	MDG	450	014	country		Madagascar	Republic of Madagascar|Malagasy Republic
    MW	MWI	454	014	country		Malawi	Republic of Malawi|Nyasaland
    MY	MYS	458	035	country		Malaysia	Malaya|Federation of Malaya
    MV	MDV	462	034	country		Maldives	Republic of Maldives|Maldive Islands|Maldives Islands
    ML	MLI	466	011	country		Mali	Republic of Mali
    MT	MLT	470	039	country		Malta	Republic of Malta
    MH	MHL	584	057	country		Marshall Islands	Republic of the Marshall Islands
    MQ	MTQ	474	029	territory		Martinique	
    MR	MRT	478	011	country		Mauritania	Islamic Republic of Mauritania
    MU	MUS	480	014	country		Mauritius	Republic of Mauritius
    YT	MYT	175	014	territory		Mayotte	
    MX	MEX	484	013	country		Mexico	United Mexican States
    FM	FSM	583	057	country		Micronesia	Micronesia (Federated States of)|Federated States of Micronesia|FSM
    MD	MDA	498	151	country		Moldova	Republic of Moldova|Moldavia
    MC	MCO	492	155	country		Monaco	Principality of Monaco
    MN	MNG	496	030	country		Mongolia	
    ME	MNE	499	039	country		Montenegro	
    MS	MSR	500	029	territory		Montserrat	
    MA	MAR	504	015	country		Morocco	Kingdom of Morocco
    MZ	MOZ	508	014	country		Mozambique	Republic of Mozambique
    MM	MMR	104	035	country		Myanmar	Republic of the Union of Myanmar|Burma|Myanmar (Burma)|Burma (Myanmar)|Burma/Myanmar|Myanmar/Burma|Union of Myanmar|Union of Burma
    NA	NAM	516	018	country		Namibia	Republic of Namibia|South West Africa|South-West Africa
    NR	NRU	520	057	country		Nauru	Republic of Nauru
    NP	NPL	524	034	country		Nepal	
    NL	NLD	528	155	country		Netherlands	Kingdom of the Netherlands|Holland|The Netherlands
    NC	NCL	540	054	territory		New Caledonia	
    NZ	NZL	554	053	country		New Zealand	Aotearoa|Aotearoa New Zealand
    NI	NIC	558	013	country		Nicaragua	Republic of Nicaragua
    NE	NER	562	011	country		Niger	Republic of the Niger
    NG	NGA	566	011	country		Nigeria	Federal Republic of Nigeria
    NU	NIU	570	061	territory		Niue	
    NF	NFK	574	053	territory		Norfolk Island	
    KP	PRK	408	030	country		North Korea	Democratic People's Republic of Korea|DPRK|D.P.R.K.|Korea, North|Korea, DPR|Korea, Dem. Rep.|DPR Korea|Democratic Peoples Republic of Korea|Korea (North)
    MK	MKD	807	039	country		North Macedonia	Republic of North Macedonia|Macedonia|FYROM|FYR Macedonia|Former Yugoslav Republic of Macedonia|The former Yugoslav Republic of Macedonia|Republic of Macedonia
    MP	MNP	580	057	territory		Northern Mariana Islands	
    NO	NOR	578	154	country		Norway	Kingdom of Norway
    OM	OMN	512	145	country		Oman	Sultanate of Oman
    PK	PAK	586	034	country		Pakistan	Islamic Republic of Pakistan
    PW	PLW	585	057	country		Palau	Republic of Palau
    PS	PSE	275	145	country		Palestine	State of Palestine|Palestinian Territories|Palestinian Territory|Occupied Palestinian Territory|Occupied Palestinian Territories|OPT|Palestinian Authority|Palestinian National Authority|West Bank and Gaza|West Bank and Gaza Strip|Gaza and the West Bank|West Bank & Gaza Strip|Palestinian Territory, Occupied
    PA	PAN	591	013	country		Panama	Republic of Panama
    PG	PNG	598	054	country		Papua New Guinea	Independent State of Papua New Guinea|PNG
    PY	PRY	600	005	country		Paraguay	Republic of Paraguay
    PE	PER	604	005	country		Peru	Republic of Peru
    PH	PHL	608	035	country		Philippines	Republic of the Philippines|Phillippines|Philippine Islands|Pilipinas
    PN	PCN	612	061	territory		Pitcairn Islands	Pitcairn|Pitcairn Island
    PL	POL	616	151	country		Poland	Republic of Poland
    PT	PRT	620	039	country		Portugal	Portuguese Republic
    PR	PRI	630	029	territory		Puerto Rico	Porto Rico
    QA	QAT	634	145	country		Qatar	State of Qatar
    CG	COG	178	017	country		Republic of the Congo	Congo - Brazzaville|Congo|Congo-Brazzaville|Congo Republic|Congo Rep.|Brazzaville Congo
    RE	REU	638	014	territory		Réunion	La Réunion|Reunion Island
    RO	ROU	642	151	country		Romania	Rumania|Roumania
    RU	RUS	643	151	country		Russia	Russian Federation|Russian Fed.|RF
    RW	RWA	646	014	country		Rwanda	Republic of Rwanda|Ruanda
    BL	BLM	652	029	territory		Saint Barthélemy	
    SH	SHN	654	011	territory		Saint Helena	Saint Helena, Ascension and Tristan da Cunha|Ascension Island|Tristan da Cunha|Ascension and Tristan da Cunha
    KN	KNA	659	029	country		Saint Kitts and Nevis	St Kitts and Nevis|Saint Christopher and Nevis|St. Kitts-Nevis
    LC	LCA	662	029	country		Saint Lucia	
    MF	MAF	663	029	territory		Saint Martin	Saint Martin (French Part)|St. Martin|Saint Martin (French part)
    PM	SPM	666	021	territory		Saint Pierre and Miquelon	
    VC	VCT	670	029	country		Saint Vincent and the Grenadines	Saint Vincent and Grenadines|Saint Vincent|St. Vincent and the Grenadines
    WS	WSM	882	061	country		Samoa	Independent State of Samoa|Western Samoa
    SM	SMR	674	039	country		San Marino	Republic of San Marino
    ST	STP	678	017	country		São Tomé and Príncipe	Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|Sao Tome|São Tomé
    SA	SAU	682	145	country		Saudi Arabia	Kingdom of Saudi Arabia|KSA
    SN	SEN	686	011	country		Senegal	Republic of Senegal
    RS	SRB	688	039	country		Serbia	Republic of Serbia
    SC	SYC	690	014	country		Seychelles	Republic of Seychelles
    SL	SLE	694	011	country		Sierra Leone	Republic of Sierra Leone
    SG	SGP	702	035	country		Singapore	Republic of Singapore
    SX	SXM	534	029	territory		Sint Maarten	Sint Maarten (Dutch part)|St. Maarten
    SK	SVK	703	151	country		Slovakia	Slovak Republic|Slovak Rep.
    SI	SVN	705	039	country		Slovenia	Republic of Slovenia
    SB	SLB	090	054	country		Solomon Islands	British Solomon Islands
    SO	SOM	706	014	country		Somalia	Federal Republic of Somalia
    ZA	ZAF	710	018	country		South Africa	Republic of South Africa|RSA|S. Africa
    GS	SGS	239	005	territory		South Georgia and the South Sandwich Islands	South Georgia and South Sandwich Islands|South Georgia
    KR	KOR	410	030	country		South Korea	Republic of Korea|ROK|R.O.K.|Korea, South|Korea, Rep.|Korea (South)|Korea Republic
    SS	SSD	728	014	country		South Sudan	Republic of South Sudan
    ES	ESP	724	039	country		Spain	Kingdom of Spain
    LK	LKA	144	034	country		Sri Lanka	Democratic Socialist Republic of Sri Lanka|Ceylon
    SD	SDN	729	015	country		Sudan	Republic of the Sudan
    SR	SUR	740	005	country		Suriname	Republic of Suriname|Surinam|Dutch Guiana
    SJ	SJM	744	154	territory		Svalbard and Jan Mayen	Svalbard and Jan Mayen Islands|Svalbard|Jan Mayen|Spitsbergen
    SE	SWE	752	154	country		Sweden	Kingdom of Sweden
    CH	CHE	756	155	country		Switzerland	Swiss Confederation
    SY	SYR	760	145	country		Syria	Syrian Arab Republic|Syrian Arab Rep.|Syria Arab Republic
    TW	TWN	158	030	country		Taiwan	Republic of China|ROC|R.O.C.|Formosa|Chinese Taipei|Taiwan, Province of China|Taiwan (Province of China)|Taiwan, ROC|Taiwan ROC|Republic of China (Taiwan)
    TJ	TJK	762	143	country		Tajikistan	Republic of Tajikistan
    TZ	TZA	834	014	country		Tanzania	United Republic of Tanzania|Tanganyika
    TH	THA	764	035	country		Thailand	Kingdom of Thailand|Siam
    TL	TLS	626	035	country		Timor-Leste	Democratic Republic of Timor-Leste|East Timor|Timor Leste|Democratic Republic of East Timor|Portuguese Timor
    TG	TGO	768	011	country		Togo	Togolese Republic
    TK	TKL	772	061	territory		Tokelau	
    TO	TON	776	061	country		Tonga	Kingdom of Tonga
    TT	TTO	780	029	country		Trinidad and Tobago	Republic of Trinidad and Tobago|Trinidad|Tobago
    TN	TUN	788	015	country		Tunisia	Republic of Tunisia
    TR	TUR	792	145	country		Turkey	Türkiye|Turkiye|Republic of Turkey|Republic of Türkiye
    TM	TKM	795	143	country		Turkmenistan	
    TC	TCA	796	029	territory		Turks and Caicos Islands	Turks and Caicos
    TV	TUV	798	061	country		Tuvalu	
    UG	UGA	800	014	country		Uganda	Republic of Uganda
    UA	UKR	804	151	country		Ukraine	The Ukraine
    AE	ARE	784	145	country		United Arab Emirates	UAE|U.A.E.|Emirates
    GB	GBR	826	154	country		United Kingdom	UK|United Kingdom of Great Britain and Northern Ireland|U.K.|Great Britain|Britain|United Kingdom of Great Britain|Great Britain and Northern Ireland|UK of Great Britain and Northern Ireland
    US	USA	840	021	country		United States	US|United States of America|USA|U.S.|U.S.A.|America|U. S.|U. S. A.|The States|Estados Unidos
    UM	UMI	581	057	territory		United States Minor Outlying Islands	U.S. Outlying Islands|US Minor Outlying Islands
    VI	VIR	850	029	territory		United States Virgin Islands	U.S. Virgin Islands|US Virgin Islands|Virgin Islands, U.S.|USVI
    UY	URY	858	005	country		Uruguay	Eastern Republic of Uruguay
    UZ	UZB	860	143	country		Uzbekistan	Republic of Uzbekistan
    VU	VUT	548	054	country		Vanuatu	Republic of Vanuatu
    VA	VAT	336	039	country		Vatican City	Holy See|Vatican|Vatican City State|The Vatican|Holy See (Vatican City State)
    VE	VEN	862	005	country		Venezuela	Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela|Venezuela, RB
    VN	VNM	704	035	country		Vietnam	Viet Nam|Socialist Republic of Viet Nam|Viet-Nam|S.R. Vietnam
    WF	WLF	876	061	territory		Wallis and Futuna	Wallis and Futuna Islands
    EH	ESH	732	015	country		Western Sahara	Sahrawi Republic|Sahrawi Arab Democratic Republic|SADR|Spanish Sahara
    YE	YEM	887	145	country		Yemen	Republic of Yemen
    ZM	ZMB	894	014	country		Zambia	Republic of Zambia|Northern Rhodesia
    ZW	ZWE	716	014	country		Zimbabwe	Republic of Zimbabwe|Rhodesia|Southern Rhodesia
    """
}
