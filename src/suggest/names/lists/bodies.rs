//! Well-known parties that a text names without a word that tells what they are, and capitalised phrases that are no parties.
//!
//! A comma ends each name. They are found as they are written here; capitals count.

/// Companies, newspapers and agencies of the press.
pub(super) const COMPANIES: &str = "
Google, Alphabet, Microsoft, Amazon, Apple, Facebook, Meta Platforms, Instagram, WhatsApp, YouTube, Twitter, LinkedIn,
Netflix, Tesla, SpaceX, Blue Origin, Uber, Lyft, Airbnb, PayPal, eBay, Yahoo, Yahoo!, AOL, Oracle, SAP, IBM, Intel, AMD,
Nvidia, NVIDIA, Qualcomm, Broadcom, Cisco, Dell, Hewlett-Packard, Hewlett Packard, HP, HPE, VMware, Salesforce, Adobe,
Autodesk, Snowflake, Palantir, OpenAI, Anthropic, DeepMind, Spotify, Dropbox, Zoom, Slack, Reddit, Pinterest, Snapchat,
TikTok, ByteDance, Tencent, Alibaba, Baidu, Huawei, ZTE, Xiaomi, Lenovo, Samsung, Sony, Panasonic, Toshiba, Hitachi,
Fujitsu, Nintendo, Canon, Nikon, Toyota, Honda, Nissan, Mazda, Mitsubishi, Subaru, Hyundai, Kia, Volkswagen, Porsche,
Audi, BMW, Daimler, Mercedes-Benz, Siemens, Bosch, Bayer, BASF, Volvo, Ericsson, Nokia, IKEA, Ikea, Novo Nordisk, Maersk,
Equinor, Statoil, Telenor, Norsk Hydro, Renault, Peugeot, Citroën, Stellantis, Chrysler, Ford, General Motors, GM, Boeing,
Airbus, Lockheed Martin, Lockheed, Northrop Grumman, Raytheon, General Dynamics, General Electric, GE, BAE Systems,
L3Harris, Leidos, SAIC, Booz Allen Hamilton, Booz Allen, Accenture, Deloitte, KPMG, Ernst & Young, PricewaterhouseCoopers,
PwC, McKinsey, Halliburton, Bechtel, Fluor, Schlumberger, ExxonMobil, Exxon Mobil, Exxon, Chevron, Shell, BP, TotalEnergies,
ConocoPhillips, Gazprom, Rosneft, Lukoil, Aramco, Saudi Aramco, Petrobras, Enron, Azurix, Dynegy, PG&E, Con Edison,
Duke Energy, Exelon, Walmart, Wal-Mart, Target Corporation, Costco, Kroger, Walgreens, CVS, Home Depot, Starbucks,
McDonald's, McDonalds, Burger King, Taco Bell, KFC, Pizza Hut, Subway Restaurants, Coca-Cola, Pepsi, PepsiCo, Nestlé,
Nestle, Unilever, Procter & Gamble, Johnson & Johnson, Pfizer, Moderna, Merck, Novartis, Roche, Sanofi, AstraZeneca,
GlaxoSmithKline, GSK, Eli Lilly, Bristol-Myers Squibb, AbbVie, Amgen, Gilead, Monsanto, Syngenta, DuPont, Dow Chemical,
3M, Purdue Pharma, UnitedHealth, Aetna, Cigna, Humana, Anthem, AIG, Allianz, AXA, Lloyd's of London, Lloyd's,
Berkshire Hathaway, BlackRock, Blackstone, KKR, Goldman Sachs, Morgan Stanley, JPMorgan, JPMorgan Chase, JP Morgan,
J.P. Morgan, Citigroup, Citibank, Wells Fargo, Bank of America, Merrill Lynch, Lehman Brothers, Bear Stearns, HSBC,
Barclays, UBS, Credit Suisse, Deutsche Bank, BNP Paribas, Société Générale, Santander, ING, Nordea, Danske Bank, DNB,
Visa Inc, Mastercard, MasterCard, American Express, Moody's, Standard & Poor's, Fitch, Equifax, Experian, TransUnion,
AT&T, Verizon, T-Mobile, Sprint Corporation, Comcast, NBCUniversal, Vodafone, Orange S.A., Telefónica, Deutsche Telekom,
WorldCom, Disney, Walt Disney, Pixar, Warner Bros., Warner Bros, Time Warner, Paramount Pictures, Viacom, CBS, NBC, ABC News,
Fox News, CNN, MSNBC, BBC, PBS, NPR, HBO, ESPN, Al Jazeera, Al-Jazeera, Sky News, Reuters, Associated Press, AP, AFP,
Agence France-Presse, Bloomberg, Bloomberg News, Xinhua, TASS, Interfax, New York Times, Washington Post,
Wall Street Journal, Los Angeles Times, USA Today, Financial Times, Guardian, Daily Telegraph, Daily Mail, Der Spiegel,
Le Monde, Haaretz, Jerusalem Post, Times of London, Politico, BuzzFeed, Axios, Vox Media, Gawker, Newsweek, Time Magazine,
Boston Globe, Newsday, Random House, Washington Monthly, Chicago Tribune, San Francisco Chronicle, Washington Times, New York Post, New Yorker, Vanity Fair,
Delta Air Lines, Delta Airlines, United Airlines, American Airlines, Southwest Airlines, JetBlue, Ryanair, EasyJet,
British Airways, Lufthansa, Air France, KLM, Emirates Airline, Qantas, Air Asia, AirAsia, FedEx, UPS, DHL, Amtrak,
Caterpillar, John Deere, Deere, Honeywell, Rolls-Royce, Alstom, Thales, Safran, Leonardo S.p.A., Saab, Kongsberg,
Dassault, Nike, Adidas, Puma SE, Levi Strauss, Gap Inc, Zara, Hermès, Louis Vuitton, LVMH, Gucci, Prada, Tiffany & Co.,
Hilton, Marriott, Hyatt, Expedia, Booking.com, Amazon.com, Tripadvisor, TripAdvisor, Craigslist, Mozilla, Red Hat, Canonical,
Netscape, Sun Microsystems, Motorola, BlackBerry, Kodak, Xerox, Texas Instruments, Texas Utilities, Micron, TSMC, Foxconn, ASML,
Arm Holdings, ARM, SoftBank, Rakuten, Tata, Tata Motors, Tata Steel, Infosys, Wipro, Reliance Industries, Adani, Flipkart, Paytm, Bharti Airtel,
Vedanta, Rio Tinto, BHP, Glencore, Vale S.A., ArcelorMittal, U.S. Steel, US Steel, Nippon Steel, Alcoa, International Paper,
Epic Games, Activision, Activision Blizzard, Electronic Arts, Ubisoft, Match Group, Robinhood, Coinbase, Binance, FTX, Ripple Labs,
WeWork, Theranos, Juul, Blackwater, El Paso Energy, Reliant, Westinghouse, Con Ed, Philip Morris, Altria, Reynolds American,
Federal Express, Sears, Kmart, Macy's, Best Buy, Barnes & Noble, Whole Foods, Trader Joe's, Tyson Foods, Cargill, Smithfield Foods";

/// Governments, their branches and offices, and armed forces.
pub(super) const GOVERNMENTS: &str = "
White House, Pentagon, Congress, U.S. Congress, US Congress, Senate, U.S. Senate, US Senate, House of Representatives,
U.S. House of Representatives, House of Commons, House of Lords, Parliament, European Parliament, European Commission,
European Council, Council of Europe, Bundestag, Bundesrat, Knesset, Duma, State Duma, Kremlin, Downing Street,
Whitehall, Lok Sabha, Rajya Sabha, Storting, Stortinget, Riksdag, Folketing, Diet of Japan, National People's Congress,
FBI, CIA, NSA, DEA, ATF, DHS, DOJ, DoJ, DOD, DoD, GAO, OMB, OPM, GSA, SEC, FTC, FCC, FDA, FAA, FERC, EPA, OSHA, EEOC, NLRB, CFPB,
CFTC, FDIC, FEMA, ICE, CBP, TSA, IRS, SSA, USDA, HHS, CDC, NIH, NASA, NOAA, NTSB, NHTSA, USPTO, USCIS, DARPA, DISA, USAID,
NRC, PUC, CPUC, FEC, BLM, HUD, USPS, KGB, FSB, MI5, MI6, GCHQ, Mossad, Shin Bet, IDF, ISI, RAW, CBI, NIA, SEBI, TRAI, RBI, CVC,
ED India, HMRC, FCA, Ofcom, Ofgem, Serious Fraud Office, SFO, Scotland Yard, Crown Prosecution Service, CPS,
Federal Reserve, Fed, Securities and Exchange Commission, Federal Trade Commission, Federal Communications Commission,
Food and Drug Administration, National Security Agency, Central Intelligence Agency, Homeland Security, Coast Guard,
U.S. Coast Guard, Air Force, U.S. Air Force, US Air Force, U.S. Army, US Army, U.S. Navy, US Navy, U.S. Marines, US Marines,
Marine Corps, U.S. Marine Corps, National Guard, Joint Chiefs of Staff, Secret Service, Border Patrol, Capitol Police,
Department of Defense, Department of Justice, Department of State, Justice Department, State Department,
Defense Department, Treasury Department, Treasury, Internal Revenue Service, Government Accountability Office,
U.S. Government Accountability Office, General Accounting Office, Congressional Budget Office, Library of Congress,
Environmental Protection Agency, Postal Service, U.S. Postal Service, Patent and Trademark Office, Attorney General's Office,
Solicitor General's Office, Hezbollah government, Taliban, Coalition Provisional Authority, CPA, Governing Council, Vatican, Holy See,
Scottish Government, Welsh Government, Crown Estate, Metropolitan Police, Reserve Bank of India, Bank of England,
Bank of Japan, European Central Bank, ECB, Bundesbank, Deutsche Bundesbank, People's Bank of China, State Bank of India,
Norges Bank, Riksbank, Competition and Markets Authority, CMA, Bundeskartellamt, Konkurransetilsynet, Økokrim, Datatilsynet,
Union of India, Foreign Office, Home Office, Cabinet Office, Treasury Board, Privy Council, Election Commission, Planning Commission,
Central Bureau of Investigation, Enforcement Directorate, Third Reich, Wehrmacht, Gestapo, Red Army, Supreme Council, Revolutionary Guard,
Interior Ministry, Foreign Ministry, Ways and Means Committee, Defense Ministry, Defence Ministry, Baath, Ba'ath, Coalition, Governing Council of Iraq";

/// Parties that are neither companies nor governments: bodies between states, movements, unions, schools, clubs.
pub(super) const OTHERS: &str = "
United Nations, European Union, EU, United Way, UN, U.N., NATO, Nato, UNESCO, Unesco, UNICEF, Unicef, UNHCR, WHO, World Health Organization, IMF,
International Monetary Fund, World Bank, WTO, World Trade Organization, OECD, OPEC, Opec, ASEAN, IAEA, Interpol,
Europol, Red Cross, Red Crescent, African Union, Arab League, Security Council, General Assembly, Amnesty International,
Human Rights Watch, Greenpeace, Sierra Club, ACLU, American Civil Liberties Union, NAACP, NRA, AFL-CIO, AARP, PETA, CAIR,
Teamsters, Hamas, Hezbollah, Hizbullah, Hizballah, Hizbollah, Fatah, PLO, Islamic Jihad, al-Qaeda, Al-Qaeda, al-Qaida, Al-Qaida, Al Qaeda, al Qaeda, Al Qaida,
al Qaida, ISIS, ISIL, Islamic State, Boko Haram, Mahdi Army, Tamil Tigers, LTTE, IRA, Sinn Fein, Sinn Féin, ETA, FARC, Muslim Brotherhood, Ku Klux Klan, KKK, Likud, Kadima, BJP, GOP,
Democratic Party, Republican Party, Labour Party, Conservative Party, Communist Party, Congress Party, Green Party,
Democratic National Committee, Republican National Committee, DNC, RNC, ICANN, IETF, W3C, IEEE, ISO, FIFA, Fifa, UEFA, Uefa, IOC,
NFL, NBA, NHL, NCAA, Major League Baseball, PGA Tour, Manchester United, Harvard, Yale, Princeton, MIT, UCLA, Caltech, Wikipedia,
Wikimedia Foundation, WikiLeaks, Electronic Frontier Foundation, EFF, Linux Foundation, Apache Software Foundation,
Screen Actors Guild, Writers Guild, Cato Institute, Heritage Foundation, Brookings Institution, Planned Parenthood,
Doctors Without Borders, Oxfam, Salvation Army, Catholic Church, Church of England, Mormon Church, Boy Scouts,
Boy Scouts of America, Al-Aqsa Martyrs Brigades, Al Aqsa Martyrs Brigades, Badr Corps, Congressional Black Caucus, NYSE, Nasdaq, New York Stock Exchange";

/// Persons who are called by one name.
pub(super) const PERSONS: &str = "
Bush, Clinton, Obama, Trump, Biden, Reagan, Nixon, Cheney, Rumsfeld, Wolfowitz, Kerry, Gore, Romney, McCain, Pelosi, Schumer, McConnell,
Putin, Yeltsin, Gorbachev, Medvedev, Zelensky, Zelenskyy, Merkel, Scholz, Macron, Sarkozy, Chirac, Blair, Thatcher, Cameron, Sunak,
Starmer, Erdogan, Netanyahu, Sharon, Arafat, Saddam, Ahmadinejad, Khamenei, Khomeini, Mubarak, Gaddafi, Qaddafi, Assad,
Musharraf, Modi, Mandela, Mugabe, Chavez, Chávez, Castro, Maduro, Bolsonaro, Lula, Berlusconi, Zapatero, Stoltenberg, Bezos, Musk, Zuckerberg,
Murdoch, Soros, Assange, Snowden, Epstein, Madoff, Weinstein, Scalia, Sotomayor, Ginsburg, Kavanaugh, Gorsuch, Alito, Breyer,
Bin Laden, bin Laden, Osama bin Laden, Osama Bin Laden, Kim Jong-un, Kim Jong-il, Xi Jinping, Hu Jintao, Moqtada al-Sadr, Muqtada al-Sadr,
Hitler, Stalin, Lenin, Mussolini, Churchill, Roosevelt, Eisenhower, Truman, Mohammed, Muhammad, Einstein, Darwin, Shakespeare, Zarqawi, al-Zarqawi, Sistani, Allawi, Chalabi,
Ayatollah Khomeini, Pope Francis, Pope Benedict, Dalai Lama, Prince Charles, King Charles, Queen Elizabeth, Shylock, Santa Claus";

/// Courts that are called so without the word court, and courts of other tongues.
pub(super) const COURTS: &str = "
SCOTUS, Supreme Court, PTAB, P.T.A.B., TTAB, T.T.A.B., BPAI, B.P.A.I., Old Bailey,
Court of Session, Federal Circuit, D.C. Circuit, ECtHR, CJEU, ECJ, ICJ, ICC, NCLT, NCLAT, NGT, DRT, DRAT, CESTAT, ITAT, Bundesgerichtshof, BGH,
Bundesverfassungsgericht, Bundesverwaltungsgericht, Reichsgericht, Høyesterett, Borgarting lagmannsrett, Gulating lagmannsrett,
Oslo tingrett, Högsta domstolen, Højesteret, Conseil d'État, Conseil constitutionnel, Cour de cassation, Hoge Raad,
Corte Suprema, Corte di Cassazione, Tribunal Supremo, Privy Council, Judicial Committee of the Privy Council,
Judicial Panel on Multidistrict Litigation, Trademark Trial and Appeal Board, Trademark Trial & Appeal Board,
Patent Trial and Appeal Board, Patent Trial & Appeal Board, Board of Patent Appeals and Interferences,
Board of Patent Appeals & Interferences, Board of Immigration Appeals, Armed Services Board of Contract Appeals,
Civilian Board of Contract Appeals, Court of Federal Claims";

/// What is written with capitals and is no party: works, programs, holidays, wars, laws, sayings.
pub(super) const NOT_PARTIES: &str = "
World War, World War I, World War II, World War One, World War Two, First World War, Second World War, Cold War, Civil War,
Gulf War, Vietnam War, Iraq War, War on Terror, Great Depression, Big Bang, Middle Ages, Industrial Revolution, New Year,
New Year's Day, New Year's Eve, Christmas Day, Christmas Eve, Good Friday, Labor Day, Memorial Day, Independence Day,
Mother's Day, Father's Day, Thanksgiving Day, Valentine's Day, Old Testament, New Testament, Bible, Koran, Quran, Qur'an, Torah,
Holy Spirit, Holocaust, Internet, World Wide Web, Wi-Fi, Windows XP, Oval Office, Mac OS, Linux, Android, iPhone, iPad, iPod, Java, Google Maps, Gmail,
Super Bowl, World Cup, World Series, Champions League, Olympic Games, Nobel Prize, Nobel Peace Prize, Pulitzer Prize, Academy Award,
Purple Heart, Medal of Honor, Magna Carta, Geneva Convention, Geneva Conventions, Bill of Rights, First Amendment, Second Amendment, Fourth Amendment,
Fifth Amendment, Fourteenth Amendment, Social Security, Medicare, Medicaid, Affordable Care Act, Brexit, Patriot Act, Due Process, Chapter Eleven,
Prime Minister, Vice President, Attorney General, Solicitor General, Secretary General, Secretary-General, Chief Executive, Chief Executive Officer,
Chief Justice, General Counsel, Managing Director, Executive Director, Board of Directors, Supreme Leader, Foreign Minister, Defense Secretary, Secretary of State,
Secretary of Defense, Human Resources, Public Relations, Best Regards, Kind Regards, Warm Regards, Yours Sincerely, Yours Truly, Happy Birthday,
Merry Christmas, Happy New Year, Good Morning, Good Luck, Thank You, Dear Sir, Dear Madam, Dear All, To Whom It May Concern, United Kingdom's, Big Brother, Uncle Sam, Wild West,
Global Positioning System, High Speed, Black Friday, Cyber Monday, Great Recession, New Deal, Green Card, Power of Attorney, Letter of Credit,
Request for Proposal, Request for Proposals, Terms of Service, Privacy Policy, Intellectual Property, Freedom of Information, All Rights Reserved,
German Shepherd, Great Dane, Golden Retriever, Labrador Retriever, Yorkshire Terrier, Jack Russell, Siamese, Rottweiler, Martini, Caesar Salad";
