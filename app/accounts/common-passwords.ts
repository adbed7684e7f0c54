/** Words that head the lists of leaked passwords, and those that a link worker's guesser tries first. */
export const COMMON_WORDS = new Set(
  `password passwort passw pass word secret letmein welcome admin administrator root user login access test testing changeme
  default guest qwerty qwertyuiop qwertyui asdf asdfgh asdfghjkl asdfghjk zxcvbn zxcvbnm azerty qazwsx qazwsxedc dragon monkey
  master shadow sunshine princess football baseball basketball superman batman spiderman pokemon starwars iloveyou loveyou
  iloveu iloveme love lovely lover hello helloworld freedom whatever trustno trustnoone michael jennifer jessica ashley charlie
  andrew thomas daniel joshua matthew jordan george robert william oliver harry jack sophie chloe emily amelia olivia hannah
  michelle nicole samantha elizabeth victoria alexander liverpool arsenal chelsea everton manchester manunited manchesterunited
  manchestercity mancity tottenham spurs celtic rangers newcastle aberdeen cardiff swansea london england scotland wales ireland
  britain belfast glasgow edinburgh birmingham leeds rainbow butterfly flower flowers summer winter spring autumn january february
  march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  computer internet google facebook twitter instagram youtube microsoft windows apple samsung iphone android mobile phone killer
  hunter ranger cookie cheese chocolate banana orange pepper ginger tigger snoopy buster bailey maggie molly daisy poppy teddy
  angel angels babygirl baby honey sweetheart darling family mother mummy daddy father forever friends friend happy smile lucky
  blessed jesus christ heaven amazing awesome cool matrix ninja mustang ferrari porsche mercedes yamaha honda harley corvette
  nothing something everything anything nopassword mypassword thepassword passwordpassword newpassword temppassword temp
  temporary abc abcd abcdef abcdefg abcdefgh abcabc xyz aaa zzz correcthorsebatterystaple correcthorse
  linkworker linkworkers socialprescribing socialprescriber prescribing prescriber communityconnector community connector
  wellbeing health healthcare nhs nhsmail surgery practice charity council volunteer membership member portal association`
    .split(/\s+/)
    .filter(Boolean),
);

/** Rows of keys and alphabets along which fingers run. */
export const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "01234567890123456789",
  "98765432109876543210",
  "zyxwvutsrqponmlkjihgfedcba",
];
