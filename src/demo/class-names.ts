/**
 * Given names and family names for invented members of the class, each in Arabic script with the Latin spellings that
 * documents give it. Combinations are drawn at random; a likeness to anybody is chance.
 */
export type NameWithSpellings = readonly [arabic: string, ...spellings: [string, ...string[]]];

export const MEN: readonly NameWithSpellings[] = [
  ['يوسف', 'Yousif', 'Yousef', 'Yusuf'], ['سامي', 'Sami', 'Samy'], ['فادي', 'Fadi', 'Fady'], ['زياد', 'Ziad', 'Zeyad', 'Zyad'],
  ['نبيل', 'Nabil', 'Nabeel'], ['رائد', 'Raed', 'Raid', "Ra'ed"], ['عصام', 'Issam', 'Esam', 'Isam'], ['حيدر', 'Haydar', 'Haider', 'Hayder'],
  ['علي', 'Ali', 'Aly'], ['حسين', 'Hussein', 'Husain', 'Hossein'], ['كريم', 'Karim', 'Kareem'], ['جمال', 'Jamal', 'Gamal'],
  ['بطرس', 'Butros', 'Boutros', 'Potros'], ['توما', 'Toma', 'Thoma', 'Touma'], ['متي', 'Matti', 'Mati', 'Matty'], ['شمعون', 'Shamoun', 'Shamon', 'Shimoun'],
  ['هرمز', 'Hirmiz', 'Hermiz', 'Hormoz'], ['كوركيس', 'Gorgis', 'Gorgees', 'Korkis'], ['داود', 'Dawood', 'Daoud', 'Dawud'], ['ابراهيم', 'Ibrahim', 'Ebrahim'],
  ['سلام', 'Salam', 'Salaam'], ['وسام', 'Wisam', 'Wissam', 'Wesam'], ['عماد', 'Imad', 'Emad'], ['ليث', 'Laith', 'Layth', 'Leith'],
  ['رامي', 'Rami', 'Ramy'], ['جوني', 'Johnny', 'Jony'], ['ستيفان', 'Stevan', 'Stefan'], ['مازن', 'Mazin', 'Mazen'],
  ['عمر', 'Omar', 'Umar'], ['محمد', 'Mohammed', 'Muhammad', 'Mohamad'], ['احمد', 'Ahmed', 'Ahmad'], ['خالد', 'Khalid', 'Khaled'],
];

export const WOMEN: readonly NameWithSpellings[] = [
  ['مريم', 'Maryam', 'Mariam', 'Meriam'], ['سميرة', 'Samira', 'Sameera'], ['نادية', 'Nadia', 'Nadiya'], ['ليلى', 'Layla', 'Leila', 'Laila'],
  ['هناء', 'Hanaa', 'Hana'], ['سعاد', 'Suad', 'Souad'], ['ريتا', 'Rita'], ['فاتن', 'Faten', 'Fatin'], ['زينب', 'Zainab', 'Zeinab', 'Zaynab'],
  ['شيرين', 'Shireen', 'Shirin'],
];

export const FAMILIES: readonly NameWithSpellings[] = [
  ['قريو', 'Qaryo', 'Karyo'], ['زورا', 'Zora', 'Zoura'], ['ساكا', 'Saka', 'Sacka'], ['بوتاني', 'Botani', 'Boutani'], ['دلالي', 'Dalali', 'Delaly'],
  ['كرمشاه', 'Karamsha', 'Karmashah'], ['النجار', 'Alnajjar', 'Al-Najjar', 'Najar'], ['الخياط', 'Alkhayat', 'Al-Khayyat', 'Khayat'],
  ['الصائغ', 'Alsayegh', 'Al-Saigh', 'Sayegh'], ['البنا', 'Albanna', 'Al-Bana'], ['الحداد', 'Alhaddad', 'Haddad', 'Hadad'],
  ['سولاقا', 'Sulaqa', 'Soulaka', 'Sulaka'], ['اوراها', 'Oraha', 'Awraha', 'Orahah'], ['شابا', 'Shaba', 'Shabba'], ['كساب', 'Kassab', 'Kasab'],
  ['جبو', 'Jabbo', 'Jabo', 'Gabbo'], ['عبو', 'Abbo', 'Abo'], ['ككو', 'Kakko', 'Kako'], ['دنحا', 'Dinkha', 'Denha'], ['ايشو', 'Isho', 'Eisho'],
  ['العبيدي', 'Alobaidi', 'Al-Obeidi', 'Obaidi'], ['الجبوري', 'Aljubouri', 'Al-Jabouri', 'Jiboori'], ['الربيعي', 'Alrubaie', 'Al-Rubai', 'Rubaye'],
  ['الدليمي', 'Aldulaimi', 'Al-Dulaymi', 'Dulaimi'], ['برزنجي', 'Barzinji', 'Barzenji'], ['شيخاني', 'Shekhani', 'Shaikhani'],
  ['هورامي', 'Hawrami', 'Horami'], ['دوسكي', 'Doski', 'Doskey'], ['زيباري', 'Zebari', 'Zibari'], ['سنجاري', 'Sinjari', 'Shingali'],
];
