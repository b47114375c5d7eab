/// What the records of a generated corpus are about and who made them.
///
/// Topics and places are such as the policy literature has them; institutions are invented.
enum CorpusFacts {
  /// The commonest first. Names with *and* are one topic each.
  static let topics = [
    "Foreign Policy", "Security", "Climate Change", "Development", "Governance",
    "Science and Technology", "Geopolitics", "Cities", "Human Rights", "Energy Policy",
    "Peace and Conflict", "International Trade", "Migration", "Democracy", "Economy",
    "Law and Justice", "COVID-19", "Terrorism", "Food and Agriculture", "Nuclear Weapons",
    "Health", "Digital Economy", "Elections", "Civil Society", "Education",
    "Water and Sanitation", "Debt", "Infrastructure", "Gender Issues", "Infectious Diseases",
    "Arts and Culture", "Military Strategy", "Cybersecurity", "Race and Ethnicity", "Corruption",
    "Regional Integration", "Artificial Intelligence", "Labor Issues", "Oil and Gas",
    "Children and Armed Conflict", "Transport", "Surveillance", "Peace and Security",
    "Poverty", "Disasters and Emergencies", "Natural Resources", "Women, Peace and Security",
    "Arms Control and Disarmament", "Maritime Affairs", "Memory",
  ]

  /// Pairs that are as often the name of one topic: after a `Democracy and Governance` no reader
  /// could tell, so a list of the two has the other first.
  static let ambiguousPairs = [["Democracy", "Governance"], ["Transport", "Infrastructure"]]

  static let types = [
    "Policy Brief", "Working Paper", "Journal Article", "Commentary and Analysis",
    "Special Report", "Research Paper", "Case Study", "Book",
  ]

  /// A place and a larger one that contains it, which a listing often names beside it.
  static let places: [(name: String, larger: String)] = [
    ("United States", "North America"), ("China", "Asia"), ("Russia", "Europe"),
    ("India", "South Asia"), ("Iran", "Middle East"), ("European Union", "Europe"),
    ("Ukraine", "Eastern Europe"), ("Afghanistan", "South Asia"), ("Japan", "East Asia"),
    ("Israel", "Middle East"), ("Germany", "Europe"), ("Syria", "Middle East"),
    ("Middle East and North Africa", "Global Focus"), ("Turkey", "Eurasia"),
    ("Pakistan", "South Asia"), ("Iraq", "Middle East"), ("United Kingdom", "Europe"),
    ("France", "Europe"), ("Brazil", "Latin America"), ("Bosnia and Herzegovina", "Balkans"),
    ("South Korea", "Asia"), ("Egypt", "Middle East"), ("Nigeria", "West Africa"),
    ("Palestine", "Middle East"), ("South Africa", "Africa"), ("Mexico", "Latin America"),
    ("Indonesia", "Southeast Asia"), ("Saudi Arabia", "Gulf"), ("Kenya", "East Africa"),
    ("Libya", "Africa"), ("Colombia", "South America"), ("Taiwan", "East Asia"),
    ("Lebanon", "Middle East"), ("Myanmar", "Southeast Asia"), ("Canada", "North America"),
    ("Trinidad and Tobago", "Caribbean"), ("North Korea", "East Asia"),
    ("Ethiopia", "Horn of Africa"), ("Somalia", "Horn of Africa"), ("Mali", "Sahel"),
    ("Vietnam", "Southeast Asia"), ("Poland", "Central Europe"), ("Australia", "Oceania"),
    ("Georgia", "Caucasus"), ("Kazakhstan", "Central Asia"), ("Venezuela", "South America"),
    ("Latin America and the Caribbean", "Global South"), ("Côte d'Ivoire", "West Africa"),
    ("Argentina", "South America"), ("Philippines", "Southeast Asia"), ("Serbia", "Balkans"),
    ("Greece", "Europe"), ("Italy", "Europe"), ("Spain", "Europe"), ("Sweden", "Europe"),
    ("Morocco", "Africa"), ("Yemen", "Middle East"), ("Jordan", "Middle East"),
    ("Democratic Republic of the Congo", "Central Africa"), ("Singapore", "Southeast Asia"),
    ("Cuba", "Caribbean"), ("Haiti", "Caribbean"), ("Chile", "South America"),
    ("Rwanda", "Africa"), ("Bangladesh", "South Asia"), ("Antigua and Barbuda", "Caribbean"),
    ("Moldova", "Eastern Europe"), ("Norway", "Europe"), ("Hong Kong", "China"),
    ("São Tomé and Príncipe", "Africa"), ("Arctic", "Global Focus"), ("NATO", "Europe"),
    ("Nepal", "South Asia"), ("Peru", "South America"), ("Senegal", "West Africa"),
  ]

  /// Some two hundred.
  static let institutions: [String] = {
    let houses = [
      "Northgate", "Aldermere", "Halvorsen", "Brightwater", "Castellane", "Oakhurst", "Merivale",
      "Tannhof", "Sable Point", "Kestrel", "Lowenthal", "Ravensfield", "Quillan", "Arden",
      "Westerholm", "Iron Bridge", "Linden", "Marchmont", "Estrela", "Verity", "Palisade",
      "Whitmore", "Cordova Bay", "Silverlake", "Thornbury",
    ]
    let kinds = [
      "* Institute of International Affairs", "University of *", "* Centre for Policy Studies",
      "* Foundation", "* Institute for Peace and Conflict Studies", "The * Forum",
      "* School of Law and Governance", "Centre for Global Studies, * College",
    ]
    return kinds.flatMap { kind in
      houses.map { house in
        kind.split(separator: "*", omittingEmptySubsequences: false).joined(separator: house)
      }
    }
  }()

  static let givenNames = names(
    """
    Alice Tobias Marta Wei João Fatima Elena Samuel Priya Hiroto Ingrid Omar Nadia Lucas Chiara
    Kwabena Amira Stefan Yara Daniel Sofía Viktor Hannah Idris Camille Rafael Leila Piotr Grace
    Zoë Matthias Aisha Bruno Katarina Yusuf Emily Tomás Nora Arjun Beatriz Henrik Mei Pavel Ruth
    Khalid Astrid Diego Miriam Jonas Anjali Søren Teresa Ibrahim Claire Marek Selin Peter Lourdes
    Akira Judith Andrei Naomi Felix Dalia Gabriel Renata Thabo Irina Martín Esther Oskar Zainab
    Philippe Laura Joseph Mónica Rahul Birgit Simon Halima Edgar Tamar Luís Verónica Anton Farah
    Michael Yuki Nikos Rosa Emeka Julia Adrian Sunita Lars Carmen Mustafa Eva Patrick Ana Dmitri
    Helena Julien Shirin Robert Linh Marco Olga Kofi Isabel Ahmet Karin Edward Noor
    """)

  /// Some have a particle.
  static let familyNames: [String] =
    names(
      """
        Ekman Hartwig Lindqvist Okafor Brækhus Müller Raghunathan Moreau Tanaka Castillo Bergström
        Diallo Kowalski Ferreira Nakamura Novak Ashworth Ibarra Petrov Sørensen Banerjee Achterberg
        Fonseca Ashcombe Oduya Steen Kessling Vuković Diop Tsereliani Mokhethi Karadağ Vântu Baptiste
        Noorzai Grangerford Benslimane Peñaloza Barasa Minazuki Kallioranta Sattarova Orozaliev
        Castellanos Whitfield Harrington Delacroix Schneider Abramov Villanueva Thornton Kapoor
        Mbeki Olsen Rossi Bianchi Weiss Fischer Dubois Laurent Girard Andersson Nilsson Virtanen
        Korhonen Jansen Bakker Visser Peeters Horvat Kovač Dvořák Svoboda Nagy Szabó Popescu Ionescu
        Dimitrov Georgiou Papadakis Yilmaz Demir Kaya Haddad Khoury Nasser Mansour Farouk Rahman
        Chowdhury Perera Fernando Gupta Sharma Iyer Menon Reddy Siddiqui Malik Qureshi Hussain
        Suzuki Watanabe Kobayashi Sato Yamamoto Kimura Fujita Zhang Huang Zhou Sun Guo Lin Cheng
        Hwang Kang Seo Tran Pham Vo Bui Wijaya Santoso Hidayat Reyes Aquino Bautista Ocampo Mwangi
        Otieno Kamau Wanjiru Mensah Owusu Boateng Adeyemi Eze Balogun Traoré Keïta Sissoko Ndiaye
        Moyo Dlamini Nkosi Chirwa Banda Phiri Tesfaye Bekele Abebe Osman Warsame Salazar Quintana
        Herrera Cárdenas Núñez Ávila Rojas Espinoza Guzmán Paredes Zamora Carvalho Teixeira Nogueira
        Barbosa Azevedo Pires Mendes Antunes McAllister Caldwell Prescott Winslow Hollis Bradford
        Kensington Fairchild Sterling Langley Merton Blackwood Carrington Pemberton Holloway
      """) + [
      "van Dijk", "van der Lind", "de Vries", "de Souza", "von Arnim", "von Hagen", "di Stefano",
      "de la Fuente", "van den Broek", "de Freitas",
    ]

  /// Authors of which only an odd corpus has any: names in East Asian writing, organisations not.
  static let oddAuthors = ["林美玲", "高橋里奈", "김서연", "王小明", "Łukasz Żółkiewski", "Şule Çağlar"]

  static let oddTitles = [
    "研究ノート：東アジアの都市", "中国智慧城市的未来", "Élections à l’épreuve: le cas du Sénégal",
    "Straße, Straßenbahn, Stadt", "서울의 스마트 도시", "Transición energética: ¿hacia dónde?",
    "5G and the City", "2030: A Date with Destiny", "Österreichs Rolle in Europa",
    "ＦＵＬＬ Width: Notes on Ｔｅｘｔ", "The ﬁnal ﬂight of the naïve façade",
  ]

  static let oddSentences = [
    "Der Beitrag prüft, ob Österreich größere Spielräume hat.",
    "本研究は東アジアの都市政策を比較する。",
    "L’étude porte sur l’État, les élections et la société civile.",
    "El análisis señala límites: ¿quién paga, cómo y cuándo?",
    "城市治理面临新的挑战。",
    "The word naïve occurs, as do façade and Ångström.",
  ]

  private static func names(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
