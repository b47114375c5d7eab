/// The world, its regions, sub-regions and intermediate regions.
///
/// One row a line, tab-separated: M49 number, number of the region above, preferred name, other
/// names (`|` between them). A region stands after the one above it.
///
/// The names of the policy literature that mean an M49 region are other names of it: *West
/// Africa* is Western Africa, *Central Africa* is Middle Africa, *Southeast Asia* is
/// South-eastern Asia. Where usage draws another line, the place is in `PolicyAreaTable`: *South
/// Asia* (without Iran), *North America* (with Mexico), *Latin America*.
/// *Micronesia* alone is the country; the sub-region is "Micronesia (subregion)".
/// - Source: UN Statistics Division, Standard country or area codes for statistical use (M49),
///   read 2025 from datasets/country-codes (PDDL). Other names added by hand.
enum RegionTable {
  static let rows: StaticString = """
    001		World	Global|Global Focus|Worldwide|International|The World|Earth|Global Issues
    002	001	Africa	African Continent
    019	001	Americas	The Americas|Western Hemisphere|New World
    142	001	Asia	Asian Continent
    150	001	Europe	European Continent
    009	001	Oceania	Pacific|The Pacific|Oceania and the Pacific
    015	002	Northern Africa	North Africa|N. Africa
    202	002	Sub-Saharan Africa	Subsaharan Africa|Africa South of the Sahara|SSA
    014	202	Eastern Africa	East Africa|E. Africa
    017	202	Middle Africa	Central Africa|Equatorial Africa
    018	202	Southern Africa
    011	202	Western Africa	West Africa|W. Africa
    021	019	Northern America	Anglo-America
    419	019	Latin America and the Caribbean	Latin America/Caribbean|LAC|Latin America and Caribbean
    029	419	Caribbean	The Caribbean|West Indies|Caribbean Islands|Caribbean Basin
    013	419	Central America	Mesoamerica
    005	419	South America
    143	142	Central Asia	Middle Asia|Inner Asia
    030	142	Eastern Asia	East Asia|E. Asia
    035	142	South-eastern Asia	Southeast Asia|South-East Asia|South East Asia|Southeastern Asia|S.E. Asia|SE Asia
    034	142	Southern Asia
    145	142	Western Asia	West Asia|Southwest Asia|South-West Asia|Southwestern Asia
    151	150	Eastern Europe	East Europe|E. Europe
    154	150	Northern Europe	North Europe
    039	150	Southern Europe	South Europe
    155	150	Western Europe	West Europe|W. Europe
    053	009	Australia and New Zealand	Australasia|ANZ
    054	009	Melanesia
    057	009	Micronesia (subregion)	Micronesian Subregion
    061	009	Polynesia
    """
}
