/** Names of people who do not exist, as varied as the profession. */
export const GIVEN_NAMES = `
  Aaliyah Abigail Adaeze Agnieszka Aisha Alasdair Alice Alun Amelia Amina Andrew Angharad Anita
  Anna Aoife Ayesha Beatrice Beth Blessing Bronwen Caitlin Callum Carol Catherine Catrin
  Charlotte Chidi Chloe Ciaran Claire Colin Craig Daniel Deborah Declan Delroy Diane Donna
  Eilidh Elaine Eleanor Emeka Emily Emma Esther Eva Faith Farah Fatima Fiona Gareth Gemma
  Geraint Grace Graham Gwen Hannah Harpreet Heather Helen Hussain Ian Imran Iona Isla
  Jacqueline James Janet Jasmine Jean Jennifer Jill Joanne John Joseph Joy Judith Julie Karen
  Kate Kavita Keith Kirsty Krystyna Laura Leanne Lesley Linda Lisa Lorraine Louise Lucy Lynn
  Mairi Malcolm Margaret Maria Marie Mark Martin Mary Maya Megan Michael Michelle Mohammed
  Morag Nadia Naomi Natalie Neil Niamh Nicola Nia Nora Oluwaseun Omar Orla Patricia Paul
  Pauline Peter Philippa Precious Priya Rachel Rebecca Rhian Richard Robert Rosemary Roisin
  Ruth Sabina Sally Samantha Sandra Sara Sean Shanice Sharon Shauna Sian Simon Siobhan Sophie
  Stephen Stuart Sunita Susan Tamara Tariq Teresa Thomas Tracey Valerie Vanessa Victoria Wendy
  Yasmin Yvonne Zainab Zoe Łukasz
`
  .trim()
  .split(/\s+/);

export const FAMILY_NAMES = `
  Adeyemi Ahmed Akhtar Alexander Ali Allan Anderson Armstrong Bailey Baker Banda Barnes Begum
  Bennett Bevan Black Boyd Brennan Brown Bryce Byrne Cameron Campbell Carter Chapman Chaudhry
  Chukwu Clarke Collins Cooper Craig Cunningham Davidson Davies Dixon Doherty Donnelly Douglas
  Duncan Edwards Ellis Evans Farrell Fernandes Ferguson Findlay Fletcher Foster Fraser
  Gallagher Gibson Gill Gordon Graham Grant Gray Green Griffiths Hall Hamilton Harris Hassan
  Henderson Hill Holmes Hopkins Howells Hughes Hunter Hussain Iqbal Jackson James Jenkins
  Johnston Jones Kaur Kelly Kennedy Khan King Kowalska Lewis Lloyd MacDonald MacLeod Mahmood
  Marshall Martin Mason McAllister McBride McKenna McLaughlin Mensah Miller Mitchell Moore
  Morgan Morris Morrison Murphy Murray Ndlovu Nowak Nwosu O'Brien O'Connor O'Neill Okafor Owen
  Owusu Palmer Parry Patel Paterson Phillips Powell Price Pritchard Quinn Rahman Reid Rees
  Richards Roberts Robertson Robinson Rogers Ross Russell Scott Shah Sharma Shaw Singh Smith
  Stewart Sutherland Taylor Thomas Thompson Thomson Turner Walker Wallace Walsh Ward Watson
  White Williams Wilson Wood Wright Young Yusuf
`
  .trim()
  .split(/\s+/);

export const JOB_TITLES = [
  "Social prescribing link worker",
  "Social prescribing link worker",
  "Social prescribing link worker",
  "Link worker",
  "Link worker",
  "Social prescriber",
  "Community connector",
  "Community link worker",
  "Community navigator",
  "Wellbeing adviser",
  "Senior link worker",
  "Social prescribing team lead",
];
