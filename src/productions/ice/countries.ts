/**
 * Countries as ICE's releases name them, with their codes (ISO 3166-1 alpha-3). Names are compared without regard to
 * capitals and punctuation. A name that is not here is quarantined.
 */
const NAMES: Readonly<Record<string, string>> = {
  AFG: 'Afghanistan', ALB: 'Albania', DZA: 'Algeria', AND: 'Andorra', AGO: 'Angola', AIA: 'Anguilla',
  ATG: 'Antigua-Barbuda|Antigua and Barbuda', ARG: 'Argentina', ARM: 'Armenia', ABW: 'Aruba', AUS: 'Australia',
  AUT: 'Austria', AZE: 'Azerbaijan', BHS: 'Bahamas|The Bahamas', BHR: 'Bahrain', BGD: 'Bangladesh', BRB: 'Barbados',
  BLR: 'Belarus|Byelarus', BEL: 'Belgium', BLZ: 'Belize', BEN: 'Benin', BMU: 'Bermuda', BTN: 'Bhutan', BOL: 'Bolivia',
  BIH: 'Bosnia-Herzegovina|Bosnia and Herzegovina', BWA: 'Botswana', BRA: 'Brazil', BRN: 'Brunei|Brunei Darussalam',
  BGR: 'Bulgaria', BFA: 'Burkina Faso', MMR: 'Burma|Myanmar|Burma (Myanmar)', BDI: 'Burundi', KHM: 'Cambodia',
  CMR: 'Cameroon', CAN: 'Canada', CPV: 'Cape Verde|Cabo Verde', CYM: 'Cayman Islands', CAF: 'Central African Republic',
  TCD: 'Chad', CHL: 'Chile', CHN: 'China|China, Peoples Republic of|Peoples Republic of China', COL: 'Colombia', COM: 'Comoros',
  COG: 'Congo|Republic of the Congo|Congo, Republic of the', CRI: 'Costa Rica', HRV: 'Croatia', CUB: 'Cuba', CUW: 'Curacao',
  COD: 'Dem Rep of the Congo|Democratic Republic of Congo|Democratic Republic of the Congo|Congo, Democratic Republic of the|Zaire',
  CYP: 'Cyprus', CZE: 'Czech Republic|Czechia', DNK: 'Denmark', DJI: 'Djibouti', DMA: 'Dominica', DOM: 'Dominican Republic',
  TLS: 'East Timor|Timor-Leste', ECU: 'Ecuador', EGY: 'Egypt', SLV: 'El Salvador', GNQ: 'Equatorial Guinea', ERI: 'Eritrea',
  EST: 'Estonia', SWZ: 'Eswatini|Swaziland', ETH: 'Ethiopia', FJI: 'Fiji', FIN: 'Finland', FRA: 'France', GUF: 'French Guiana',
  PYF: 'French Polynesia', GAB: 'Gabon', GMB: 'Gambia|The Gambia', GEO: 'Georgia', DEU: 'Germany', GHA: 'Ghana', GIB: 'Gibraltar',
  GRC: 'Greece', GRL: 'Greenland', GRD: 'Grenada', GLP: 'Guadeloupe', GTM: 'Guatemala', GIN: 'Guinea', GNB: 'Guinea-Bissau',
  GUY: 'Guyana', HTI: 'Haiti', HND: 'Honduras', HKG: 'Hong Kong', HUN: 'Hungary', ISL: 'Iceland', IND: 'India',
  IDN: 'Indonesia', IRN: 'Iran', IRQ: 'Iraq', IRL: 'Ireland', ISR: 'Israel', ITA: 'Italy', CIV: 'Ivory Coast|Cote d’Ivoire|Cote d Ivoire',
  JAM: 'Jamaica', JPN: 'Japan', JOR: 'Jordan', KAZ: 'Kazakhstan', KEN: 'Kenya', KIR: 'Kiribati', XKX: 'Kosovo', KWT: 'Kuwait',
  KGZ: 'Kyrgyzstan', LAO: 'Laos', LVA: 'Latvia', LBN: 'Lebanon', LSO: 'Lesotho', LBR: 'Liberia', LBY: 'Libya', LIE: 'Liechtenstein',
  LTU: 'Lithuania', LUX: 'Luxembourg', MAC: 'Macau', MKD: 'Macedonia|North Macedonia', MDG: 'Madagascar', MWI: 'Malawi',
  MYS: 'Malaysia', MDV: 'Maldives', MLI: 'Mali', MLT: 'Malta', MHL: 'Marshall Islands', MTQ: 'Martinique', MRT: 'Mauritania',
  MUS: 'Mauritius', MEX: 'Mexico', FSM: 'Micronesia|Micronesia, Federated States of', MDA: 'Moldova|Moldavia', MCO: 'Monaco',
  MNG: 'Mongolia', MNE: 'Montenegro', MSR: 'Montserrat', MAR: 'Morocco', MOZ: 'Mozambique', NAM: 'Namibia', NRU: 'Nauru',
  NPL: 'Nepal', NLD: 'Netherlands', NCL: 'New Caledonia', NZL: 'New Zealand', NIC: 'Nicaragua', NER: 'Niger', NGA: 'Nigeria',
  PRK: 'North Korea', NOR: 'Norway', OMN: 'Oman', PAK: 'Pakistan', PLW: 'Palau', PAN: 'Panama', PNG: 'Papua New Guinea',
  PRY: 'Paraguay', PER: 'Peru', PHL: 'Philippines', POL: 'Poland', PRT: 'Portugal', QAT: 'Qatar', REU: 'Reunion',
  ROU: 'Romania', RUS: 'Russia|Russian Federation', RWA: 'Rwanda', WSM: 'Samoa|Western Samoa', SMR: 'San Marino',
  STP: 'Sao Tome and Principe', SAU: 'Saudi Arabia', SEN: 'Senegal', SRB: 'Serbia', SYC: 'Seychelles', SLE: 'Sierra Leone',
  SGP: 'Singapore', SXM: 'Sint Maarten', SVK: 'Slovakia', SVN: 'Slovenia', SLB: 'Solomon Islands', SOM: 'Somalia',
  ZAF: 'South Africa', KOR: 'South Korea|Korea, Republic of', SSD: 'South Sudan', ESP: 'Spain', LKA: 'Sri Lanka',
  KNA: 'St. Kitts-Nevis|Saint Kitts and Nevis', LCA: 'St. Lucia|Saint Lucia',
  VCT: 'St. Vincent-Grenadines|Saint Vincent and the Grenadines', XXA: 'Stateless', SDN: 'Sudan', SUR: 'Suriname', SWE: 'Sweden',
  CHE: 'Switzerland', SYR: 'Syria', TWN: 'Taiwan', TJK: 'Tajikistan|Tadzhikistan', TZA: 'Tanzania', THA: 'Thailand', TGO: 'Togo',
  TON: 'Tonga', TTO: 'Trinidad and Tobago', TUN: 'Tunisia', TUR: 'Turkey|Turkiye', TKM: 'Turkmenistan',
  TCA: 'Turks and Caicos Islands', TUV: 'Tuvalu', UGA: 'Uganda', UKR: 'Ukraine', ARE: 'United Arab Emirates',
  GBR: 'United Kingdom', USA: 'United States|United States of America', URY: 'Uruguay', UZB: 'Uzbekistan', VUT: 'Vanuatu',
  VEN: 'Venezuela', VNM: 'Vietnam', VGB: 'British Virgin Islands', YEM: 'Yemen', ZMB: 'Zambia', ZWE: 'Zimbabwe',
};

/** States that are no more, and words for not knowing: they are read, and name no citizenship of today. */
const NO_COUNTRY = ['Unknown', 'USSR', 'Yugoslavia', 'Czechoslovakia', 'Serbia and Montenegro', 'Netherlands Antilles'];

const normal = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^A-Z]+/g, ' ').trim();

const CODES: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name): [string, string] => [normal(name), code])),
  ...NO_COUNTRY.map((name): [string, null] => [normal(name), null]),
]);

/** The code of a country; null if the name names none; undefined if nobody has seen the name. */
export const countryCode = (name: string): string | null | undefined => CODES.get(normal(name));
