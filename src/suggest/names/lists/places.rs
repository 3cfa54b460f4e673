//! Places, which are no parties where they stand alone, in lower case.

/// Countries, states, cities and regions of one word.
pub(super) const PLACES: &str = "
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burma burundi cambodia
cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador
egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece greenland grenada
guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia
moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria
norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria
taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan
vanuatu venezuela vietnam wales yemen zambia zimbabwe uae ussr
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
alberta manitoba newfoundland ontario quebec québec saskatchewan yukon nunavut queensland tasmania victoria
andhra assam bihar chhattisgarh goa gujarat haryana jharkhand karnataka kashmir kerala maharashtra manipur meghalaya
mizoram nagaland odisha orissa punjab rajasthan sikkim telangana tripura uttarakhand
aberdeen accra adelaide ahmedabad albany albuquerque aleppo alexandria algiers allahabad amman amsterdam anaheim
anchorage ankara antwerp arlington athens atlanta auckland augusta austin baghdad bakersfield bali baltimore bangalore
bangkok barcelona basel basra beijing beirut belfast belgrade bengaluru bergen berkeley berlin bern bhopal birmingham
bogota bogotá boise bombay bonn bordeaux boston boulder bratislava bremen brighton brisbane bristol brooklyn bronx
brussels bucharest budapest buffalo cairo calcutta calgary cambridge canberra cape caracas cardiff casablanca charleston
charlotte chennai chicago cincinnati cleveland cologne colombo columbus copenhagen cork cuttack dakar dallas damascus
delhi denver detroit dhaka doha dortmund dresden dubai dublin durban durham düsseldorf edinburgh edmonton eindhoven
ernakulam essen eugene fallujah frankfurt fresno fukuoka gaza geneva genoa ghent glasgow gothenburg grozny
guadalajara guangzhou guwahati gwalior hague haifa hague halifax hamburg hanoi hanover harare hartford havana hebron
helsinki hiroshima hobart holland honolulu houston hyderabad indianapolis indore islamabad istanbul jacksonville jaipur
jakarta jeddah jerusalem jodhpur johannesburg kabul kampala kandahar kanpur karachi karbala kathmandu katrina khartoum
kiev kigali kingston kirkuk kobe kochi kolkata kraków krakow kuala kyiv kyoto lagos lahore lansing laredo leeds leicester
leipzig lexington lille lima lincoln lisbon liverpool london louisville lucknow lusaka lyon madras madrid madurai
malmö manchester manhattan manila marseille mecca medina melbourne memphis miami milan milwaukee minneapolis
minsk mogadishu mombasa montreal montréal moscow mosul mumbai munich nagpur nairobi najaf nanjing naples nashville
nassau newark newcastle nice nicosia norfolk nottingham nuremberg oakland odessa omaha orlando osaka oslo ottawa oxford
palermo paris pasadena patna peking perth peshawar philadelphia phoenix pittsburgh plymouth portland porto prague
pretoria providence pune pyongyang queens quito rabat raleigh ramallah rangoon ranchi rangoon reading reno reykjavik
richmond riga riyadh rochester rome rotterdam sacramento salem salzburg samarra santiago sapporo sarajevo savannah
seattle seoul seville shanghai sheffield shenzhen shimla sofia southampton spokane srinagar stavanger stockholm
strasbourg stuttgart surabaya sydney syracuse tacoma taipei tallinn tampa tehran thiruvananthapuram tianjin tikrit tirana
tokyo toledo topeka toronto toulouse trenton trieste tripoli trondheim tucson tulsa tunis turin tyneside utrecht valencia
vancouver venice vienna vilnius warsaw wellington winnipeg wuhan yokohama york zagreb zurich zürich
africa america americas asia antarctica europe eurasia oceania scandinavia balkans caribbean caucasus crimea catalonia
bavaria brittany burgundy andalusia flanders normandy tuscany sicily sardinia corsica siberia tibet kurdistan chechnya
darfur sinai galilee judea samaria mesopotamia persia arabia levant maghreb sahara sahel amazonia patagonia polynesia
hollywood harlem capitol westminster brooklyn soho silicon midwest antarctic arctic pacific atlantic mediterranean
baltic himalayas alps andes earth moon mars jupiter saturn venus
al ak az ca ct fl ga hi ia ks ky md mn nc nd ne nh nj nm nv ny oh ok pa ri sc sd tn tx ut va vt wa wi wv
north south east west northeast northwest southeast southwest";

/// Places of several words; a comma ends each.
pub(super) const PLACE_PHRASES: &str = "
New York, New York City, New Jersey, New Mexico, New Hampshire, New Orleans, New Delhi, New Zealand, New England,
New Haven, New South Wales, New Brunswick, North Carolina, North Dakota, North Korea, North America, North Africa,
South Carolina, South Dakota, South Korea, South Africa, South America, South Sudan, South Asia, West Virginia,
West Bank, West Bengal, East Jerusalem, East Timor, Northern Ireland, Western Australia, South Australia, Rhode Island,
Los Angeles, San Francisco, San Diego, San Jose, San Antonio, San Juan, Santa Monica, Santa Fe, Santa Clara, Santa Cruz,
Santa Barbara, Las Vegas, El Paso, El Salvador, Costa Rica, Puerto Rico, Saudi Arabia, Sri Lanka, Sierra Leone,
Ivory Coast, Hong Kong, Tel Aviv, Kuala Lumpur, Abu Dhabi, Buenos Aires, Rio de Janeiro, São Paulo, Sao Paulo,
Mexico City, Salt Lake City, Kansas City, Oklahoma City, Fort Worth, Fort Lauderdale, Palo Alto, Mountain View,
Menlo Park, Silicon Valley, Wall Street, Palm Beach, Long Beach, Long Island, Staten Island, Baton Rouge,
Virginia Beach, St. Louis, St. Paul, St. Petersburg, St Petersburg, Saint Petersburg, Cape Town, Ho Chi Minh City,
Addis Ababa, Middle East, Far East, Near East, Latin America, Central America, Central Asia, Southeast Asia,
East Asia, Eastern Europe, Western Europe, Central Europe, Gulf Coast, East Coast, West Coast, Cape Cod, Hudson Valley,
Bay Area, Great Lakes, Gaza Strip, Golan Heights, Persian Gulf, Gulf of Mexico, British Columbia, Nova Scotia,
Prince Edward Island, Great Britain, United Kingdom, United States, United States of America, United Arab Emirates,
Soviet Union, Papua New Guinea, Czech Republic, Dominican Republic, Burkina Faso, Cape Verde,
District of Columbia, Washington D.C., Washington, D.C., D.C., U.S., US, U.S.A., USA, U.K., UK,
Tamil Nadu, Uttar Pradesh, Madhya Pradesh, Andhra Pradesh, Himachal Pradesh, Arunachal Pradesh, Jammu and Kashmir,
Great Wall, Niagara Falls, Grand Canyon, Black Sea, Red Sea, Dead Sea, Baltic Sea, North Sea, Pearl Harbor,
Puget Sound, Panama Canal, Suez Canal, Canary Islands, Falkland Islands, Cayman Islands, Virgin Islands,
British Virgin Islands, Isle of Man, Trinidad and Tobago, Bosnia and Herzegovina, Antigua and Barbuda,
Northern Virginia, Southern California, Northern California, Central Park, Times Square, Beverly Hills, Santa Ana,
San Bernardino, Orange County, Cook County, King County, Los Angeles County, Green Zone, Third World, Old City,
Down Under, Big Apple, Deep South, Upper Peninsula, Guantanamo Bay, Abu Ghraib, Tora Bora, Sadr City, Ground Zero,
the Netherlands, the Hague, The Hague, Dar es Salaam, Port Harcourt, Port Moresby, Port Said, Sharm el-Sheikh,
Stratford-upon-Avon, Newcastle upon Tyne, Milton Keynes, Tampa Bay, Ann Arbor, Des Moines, Little Rock, Grand Rapids,
Colorado Springs, Palm Springs, Corpus Christi, Colombia River, Capitol Hill, Canary Wharf";

/// People of a country, a faith or a language, and what is theirs.
pub(super) const NATIONALITIES: &str = "
afghan african albanian algerian american americans anglo arab arabs arabic argentine argentinian armenian asian asians
australian australians austrian baathist baathists balinese bangladeshi basque belgian bengali bolivian bosnian brazilian
british britons brit brits buddhist buddhists bulgarian burmese cambodian canadian canadians catalan catholic catholics
chechen chilean chinese christian christians colombian confederate congolese creole croatian cuban cubans cypriot czech
dane danes danish democrat democrats democratic dominican dutch ecuadorian egyptian egyptians english englishman
estonian ethiopian european europeans filipino finn finnish flemish french frenchman georgian german germans ghanaian
greek greeks haitian hawaiian hebrew hindi hindu hindus hispanic hispanics hungarian icelandic indian indians indonesian
iranian iranians iraqi iraqis irish islamic islamist islamists israeli israelis italian italians jamaican japanese jew
jewish jews jordanian kashmiri kenyan korean koreans kurd kurdish kurds kuwaiti laotian latin latino latinos latvian
lebanese liberal liberian libyan lithuanian lutheran malay malaysian maltese maoist marathi mexican mexicans methodist
mongolian mormon mormons moroccan muslim muslims nazi nazis nepalese nepali nigerian nordic norwegian norwegians
orthodox pakistani pakistanis palestinian palestinians pashtun persian peruvian polish portuguese protestant protestants
punjabi puritan republican republicans romanian russian russians rwandan saudi saudis scandinavian scot scots scottish
semitic senegalese serb serbian serbs shia shiite shiites shi'ite sikh sikhs singaporean slavic slovak slovenian somali
soviet soviets spaniard spanish sudanese sunni sunnis swede swedish swiss syrian syrians taiwanese tamil thai tibetan
tory tories tunisian turk turkish turks ugandan ukrainian ukrainians urdu venezuelan victorian vietnamese welsh western
westerners yemeni yiddish zambian zimbabwean zionist zionists neoconservatives neocons marxist marxists communist
communists socialist socialists fascist fascists labour conservatives gurkha californian texan texans londoner";
