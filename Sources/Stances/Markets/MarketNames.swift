/// Names that people write for markets beside those of the table.
enum MarketNames {
  /// One line a name: the market's code, and the name as the United Nations, ISO 3166 or everyday
  /// language writes it.
  static let others = """
    CV Cabo Verde
    CD Congo-Kinshasa
    CG Congo-Brazzaville
    CG Republic of the Congo
    CG Congo
    CD Congo (the Democratic Republic of the)
    CD Congo, Democratic Republic of the
    CD Democratic Republic of the Congo
    CD DR Congo
    CD DRC
    CZ Czech Republic
    GR EL
    GR Hellenic Republic
    GB England
    GB Britain
    GB Great Britain
    GB UK
    GB U.K.
    GB United Kingdom of Great Britain and Northern Ireland
    US America
    US United States of America
    US United States of America (the)
    US U.S.
    US U.S.A.
    UM United States Minor Outlying Islands
    EU Europe
    INT Global
    INT World
    INT Worldwide
    NL Holland
    NL Kingdom of the Netherlands
    NL Netherlands (Kingdom of the)
    CI Ivory Coast
    CI Republic of Côte d'Ivoire
    KR Korea
    KR Republic of Korea
    KR Korea (Republic of)
    KR Korea (the Republic of)
    KR Korea, Republic of
    KR Korea, South
    KP Democratic People's Republic of Korea
    KP Korea (Democratic People's Republic of)
    KP Korea (the Democratic People's Republic of)
    KP Korea, Democratic People's Republic of
    KP Korea, North
    KP DPRK
    MO Macau
    MO China, Macao Special Administrative Region
    HK China, Hong Kong Special Administrative Region
    HK Hong Kong SAR
    HK Hong Kong SAR, China
    MK Macedonia
    MK The former Yugoslav Republic of Macedonia
    MM Burma
    CN Mainland China
    CN PRC
    CN People's Republic of China
    TW Republic of China
    TW Taiwan, Province of China
    TW Taiwan (Province of China)
    TW Chinese Taipei
    RU Rossiya
    RU Russian Federation
    RU Russian Federation (the)
    SZ Swaziland
    SZ Kingdom of Eswatini
    TR Turkey
    TR Turkiye
    AE UAE
    AE United Arab Emirates (the)
    VN Viet Nam
    VN Socialist Republic of Viet Nam
    BN Brunei Darussalam
    LA Lao People's Democratic Republic
    SY Syrian Arab Republic
    EG Arab Republic of Egypt
    VA Holy See
    PS State of Palestine
    PS Palestine, State of
    FK Falkland Islands (Malvinas)
    VG Virgin Islands (British)
    VI Virgin Islands (U.S.)
    VI United States Virgin Islands
    BQ Bonaire, Sint Eustatius and Saba
    CH Swiss Confederation
    FR French Republic
    IT Italian Republic
    PT Portuguese Republic
    SK Slovak Republic
    AR Argentine Republic
    KG Kyrgyz Republic
    TG Togolese Republic
    GA Gabonese Republic
    DO Dominican Republic (the)
    CF Central African Republic (the)
    LY Libyan Arab Jamahiriya
    MR Islamic Republic of Mauritania
    DE Federal Republic of Germany
    DE Deutschland
    PF French Polynesia
    AX Åland Islands
    BY Byelorussia
    MD Republic of Moldova
    MD Moldova, Republic of
    TZ United Republic of Tanzania
    TZ Tanzania, United Republic of
    IR Iran, Islamic Republic of
    VE Venezuela, Bolivarian Republic of
    BO Bolivia, Plurinational State of
    FM Micronesia, Federated States of
    FM Micronesia (Federated States of)
    WS Independent State of Samoa
    UA-43 Autonomous Republic of Crimea
    UA-43 Republic of Crimea
    UA-43 Krym
    UA-14 Donetsk oblast
    UA-14 Donetska oblast
    UA-14 Donetsk People's Republic
    UA-14 DNR
    UA-14 DPR
    UA-09 Luhansk oblast
    UA-09 Luhanska oblast
    UA-09 Lugansk
    UA-09 Luhansk People's Republic
    UA-09 LNR
    UA-09 LPR
    UA-23 Zaporizhzhia oblast
    UA-23 Zaporizka oblast
    UA-23 Zaporozhye
    UA-65 Kherson oblast
    UA-65 Khersonska oblast
    """
}

extension Market {
  /// Every name that people write for a market, without codes: "Russia", "Russian Federation", "U.K.".
  package static var writtenNames: [(name: String, market: Market)] {
    let others = MarketNames.others.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: " ", maxSplits: 1)
      return columns.count == 2
        ? Market(packing: columns[0]).map { (String(columns[1]), $0) } : nil
    }
    return allCases.map { ($0.englishName, $0) } + others
  }
}
