/// Headings with *and* that the databases of the policy literature use as one topic.
///
/// One name a line. In it are pairs that name one field (*Science and Technology*, *Race and
/// Ethnicity*) or stand as a heading in subject lists; not in it are two topics that are often
/// listed together (*Democracy and Elections*, *Politics and Religion*): those a list of two
/// means as often, and where a corpus has them as one, the corpus shows it.
/// - Source: compiled by hand from general knowledge of such headings; November 2026.
enum TopicHeadingTable {
  static let rows: StaticString = """
    Accountability and Transparency
    Agriculture and Food
    Air and Missile Defense
    Airports and Aviation
    Alliances and Partnerships
    Anthropology and Archaeology
    Arms Control and Disarmament
    Arms Control and Non-Proliferation
    Arms Control and Nonproliferation
    Arms Control and Proliferation
    Art and Architecture
    Arts and Culture
    Arts and Humanities
    Arts and Letters
    Banking and Finance
    Bonds and Securities
    Budget and Spending
    Budget and Taxes
    Business and Economics
    Checks and Balances
    Child and Maternal Health
    Children and Armed Conflict
    Church and State
    Civil Rights and Civil Liberties
    Civil Rights and Liberties
    Civil and Political Rights
    Command and Control
    Commerce and Industry
    Commerce and Trade
    Conflict Prevention and Resolution
    Conflict Resolution and Peacebuilding
    Constitution and Law
    Crime and Justice
    Crime and Punishment
    Customs and Border Protection
    Debt and Deficits
    Defence and Security
    Defense Policy and Budget
    Defense and Security
    Democracy and Governance
    Democracy, Human Rights, and Labor
    Digital Economy and Trade
    Disability and Inclusion
    Disarmament and Nonproliferation
    Disarmament, Demobilisation and Reintegration
    Disarmament, Demobilization, and Reintegration
    Disaster Preparedness and Response
    Disasters and Emergencies
    Diversity and Inclusion
    Diversity, Equity, and Inclusion
    Ecology and Environment
    Economic and Monetary Union
    Economic and Social Development
    Economic and Social Policy
    Economic and Social Rights
    Economic, Social and Cultural Rights
    Education and Research
    Education and Skills
    Education and Training
    Elections and Voting
    Electronics and Semiconductors
    Emergencies and Disasters
    Emigration and Immigration
    Employment and Social Affairs
    Energy and Environment
    Enlargement and Neighbourhood
    Entertainment and Media
    Environment and Energy
    Equality and Inclusion
    Equity and Inclusion
    Ethics and Morality
    Ethics and Public Policy
    Ethnicity and Race
    Exports and Imports
    Film and Television
    Finance and Investment
    Finance and Monetary Policy
    Fiscal and Monetary Policy
    Fiscal and Tax Policy
    Fish and Wildlife
    Fisheries and Aquaculture
    Food and Agriculture
    Food and Drink
    Foreign Aid and Assistance
    Foreign Aid and Development
    Foreign and Defense Policy
    Foreign and Security Policy
    Forests and Forestry
    Fragile and Failed States
    Freedom of Speech and Press
    Gas and Oil
    Gender and Sexuality
    Gender and Women's Rights
    Global Health and Development
    Goods and Services
    Governance and Public Administration
    Government and Law
    Government and Politics
    Government and Public Administration
    Guerrilla and Insurgency
    HIV and AIDS
    Hate Crime and Hate Speech
    Health and Human Services
    Health and Medicine
    Health and Safety
    Health and Social Care
    Health and Social Policy
    Health and Welfare
    Health and Well-Being
    Health and Wellbeing
    History and Theory
    Home and Foreign Affairs
    Housing and Homelessness
    Housing and Urban Development
    Housing and Urban Policy
    Human Rights and Humanitarian Law
    Humanitarian Aid and Relief
    Humanities and Social Sciences
    Ideas and Institutions
    Immigration and Asylum
    Imports and Exports
    Income and Wealth
    Income and Wealth Inequality
    Industry and Trade
    Information and Communication
    Information and Communication Technologies
    Information and Communication Technology
    Information and Communications Technology
    Insurgency and Counterinsurgency
    Intelligence and Counterintelligence
    Intelligence, Surveillance and Reconnaissance
    Internally Displaced Persons and Refugees
    International Law and Organization
    International Law and Organizations
    International Trade and Finance
    International Trade and Investment
    Iron and Steel
    Jobs and Growth
    Jobs and Skills
    Judiciary and Courts
    Justice and Home Affairs
    Labor and Employment
    Labor and Industrial Relations
    Labor and Workforce
    Labour and Employment
    Land and Property Rights
    Land and Water
    Language and Literature
    Law and Economics
    Law and Ethics
    Law and Justice
    Law and Legal Issues
    Law and Order
    Law and Policy
    Law and Society
    Laws and Regulations
    Leadership and Management
    Learning and Teaching
    Loans and Grants
    Management and Organization
    Manufacturing and Industry
    Marriage and Family
    Maternal and Child Health
    Media and Film
    Mercenaries and Private Security
    Mergers and Acquisitions
    Metals and Minerals
    Microfinance and Small Business
    Military and Strategic Studies
    Minerals and Mining
    Mining and Extractive Industries
    Mining and Minerals
    Minorities and Ethnic Groups
    Minorities and Indigenous Peoples
    Monetary and Financial
    Monetary and Financial Policy
    Monetary and Fiscal Policy
    Money and Banking
    Music and Dance
    Natural Disasters and Emergencies
    Navies and Sea Power
    Negotiation and Mediation
    News and Media
    Nuclear Arms and Proliferation
    Nuclear and Radiological Security
    Oceans and Fisheries
    Oceans and Polar Regions
    Oceans and Seas
    Oil and Gas
    Oil and Natural Gas
    Parliament and Legislation
    Parties and Elections
    Parties and Party Systems
    Patents and Copyright
    Peace and Conflict
    Peace and Conflict Studies
    Peace and Justice
    Peace and Reconciliation
    Peace and Security
    Peace, Justice and Strong Institutions
    Peacekeeping and Stabilization
    Personnel and Readiness
    Philosophy and Religion
    Policing and Law Enforcement
    Political Parties and Elections
    Political Theory and Philosophy
    Political and Economic Development
    Political and Social Movements
    Politics and Government
    Politics and Policy
    Politics and Society
    Polls and Surveys
    Ports and Shipping
    Prejudice and Discrimination
    Press and Media
    Prevention and Early Warning
    Prisons and Detention
    Prisons and Incarceration
    Privacy and Data Protection
    Property and Land
    Public Finance and Taxation
    Public Health and Safety
    Public Opinion and Polling
    Public and Private Sector
    Race and Ethnicity
    Radicalization and Deradicalization
    Railways and Roads
    Reconstruction and Stabilization
    Refugees and Asylum Seekers
    Refugees and Displaced Persons
    Refugees and IDPs
    Refugees and Internally Displaced Persons
    Refugees and Migrants
    Regional and Urban Development
    Regulation and Deregulation
    Relief and Reconstruction
    Religion and Public Life
    Religion and State
    Renewable and Alternative Energy
    Research and Development
    Research and Innovation
    Revolution and Revolt
    Rights and Freedoms
    Risk and Resilience
    Roads and Bridges
    Rules and Norms
    Rural and Urban Development
    Safety and Security
    Sanctions and Embargoes
    Sanctions and Export Controls
    Schools and Education
    Science and Engineering
    Science and Innovation
    Science and Society
    Science and Technology
    Science and Technology Studies
    Science, Technology, Engineering and Mathematics
    Search and Rescue
    Security and Defence
    Security and Defense
    Security and Defense Policy
    Sex and Gender
    Sexual Orientation and Gender Identity
    Sexual and Gender-Based Violence
    Sexual and Reproductive Health
    Sexual and Reproductive Health and Rights
    Ships and Shipping
    Slavery and Slave Trade
    Small Arms and Light Weapons
    Small and Medium Enterprises
    Small and Medium-Sized Enterprises
    Social Policy and Welfare
    Social Protection and Labor
    Social and Cultural Issues
    Social and Economic Development
    Social and Political Movements
    Social and Political Theory
    Society and Culture
    South-South and Triangular Cooperation
    Space and Aviation
    Space and Missile Defense
    Sports and Recreation
    Standards and Certification
    Standards and Norms
    State and Local Government
    State and Society
    Statebuilding and Peacebuilding
    Stocks and Bonds
    Strategy and Doctrine
    Strategy and Planning
    Strategy and Tactics
    Students and Universities
    Subsidies and Tariffs
    Supply and Demand
    Tariffs and Trade Barriers
    Tax and Budget
    Tax and Spending
    Taxation and Spending
    Taxes and Budget
    Taxes and Spending
    Teaching and Learning
    Technology and Innovation
    Terrorism and Counter-Terrorism
    Terrorism and Homeland Security
    Terrorism and Political Violence
    Theory and History
    Theory and Method
    Theory and Practice
    Think Tanks and Research Institutes
    Tourism and Travel
    Trade and Commerce
    Trade and Finance
    Trade and Industry
    Trade and Investment
    Training and Education
    Transparency and Accountability
    Transport and Communications
    Transport and Infrastructure
    Transport and Logistics
    Transport and Mobility
    Transportation and Infrastructure
    Travel and Tourism
    Treaties and Agreements
    Treaties and International Agreements
    Truth and Reconciliation
    Unions and Labor Relations
    Universities and Colleges
    Urban and Regional Planning
    Urban and Rural Development
    Values and Norms
    Veterans and Military Families
    Voting and Elections
    Wages and Income
    Wages and Salaries
    War Crimes and Crimes Against Humanity
    War and Peace
    War and Society
    Waste and Recycling
    Water and Sanitation
    Water, Sanitation and Hygiene
    Weapons and Military Technology
    Welfare and Social Policy
    Welfare and Social Services
    Wildlife and Conservation
    Women and Girls
    Women, Peace and Security
    Work and Employment
    Work and Labor
    """
}
