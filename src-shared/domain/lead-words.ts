/**
 * Vocabulary that tells a role from a person, a team or an organisation in a "Lead" cell.
 * All lower case; compared without full stops.
 */

/** Nouns a role ends with: "Parenting Co-ordinator", "Data Managers". "Manger" is how it is often typed. */
export const roleNouns = new Set(
  (
    'manager manger midwives officer coordinator co-ordinator advisor adviser lead leader head director teacher headteacher consultant worker ' +
    'assistant administrator practitioner visitor nurse midwife commissioner chair chairman chairperson chairwoman secretary clerk ' +
    'champion deputy principal therapist psychologist analyst accountant solicitor inspector councillor member governor mentor ' +
    'specialist executive trainer supervisor planner librarian broker auditor surveyor engineer technician president owner ' +
    'strategist facilitator navigator link senco senior treasurer convenor convener trustee employee representative rep dietitian ' +
    'holder matron caretaker mgr bursar sister surgeon pharmacist physiotherapist radiographer ' +
    'dietician paediatrician doctor gp tutor lecturer registrar ranger warden apprentice volunteer childminder'
  ).split(' '),
);

/** Nouns a group of people inside an organisation ends with. */
export const teamNouns = new Set(
  (
    'team teams group groups board forum panel committee partnership partnerships unit staff network service services section ' +
    'division department dept directorate cluster clusters subgroup sub-group workstream strand partners leads managers officers ' +
    'body bodies ' +
    'leaders practitioners providers settings colleagues members working-group hub steering cabinet smt slt cmt dmt'
  ).split(' '),
);

/** Nouns of organisations in their own right. */
export const organisationNouns = new Set(
  (
    'council authority trust pct nhs college school schools university library libraries surgery surgeries charity agency ltd limited ' +
    'cic plc jobcentre police association federation foundation society institute centre centres center nursery nurseries hospital ' +
    'hospitals clinic clinics company consortium union ofsted museum museums church diocese playgroup playgroups preschool pre-school ' +
    'academy academies enterprise housing homes gateway'
  ).split(' '),
);

/**
 * Words of the field that are no part of a person's name: "Early Years" is no Ms Years.
 */
export const fieldWords = new Set(
  (
    'early year years childcare child children childrens family families health school schools learning library libraries play ' +
    'service services centre centres data policy finance performance planning education training workforce development quality ' +
    'access inclusion support partnership partnerships information social care housing transport highways parks leisure ' +
    'environment environmental public private voluntary independent sector community communities adult adults youth young people ' +
    'parents parent parenting carers special needs strategy strategic commissioning improvement standards safeguarding ' +
    'participation extended schools nursery maintained speech language therapy portage outreach midwifery visiting welfare rights ' +
    'employment skills business human resources legal democratic corporate communications marketing research intelligence all ' +
    'area areas locality local district county city citywide town north south east west northern southern eastern western central ' +
    'the of for and with lead to be confirmed agreed tbc tba tbd various other others each both any none see above below new post ' +
    'vacant vacancy existing programme project operations estates energy nature rivers events engagement resilience growth ' +
    'marine food sport sports arts culture equality equalities diversity behaviour attendance admissions governance leadership ' +
    'nursing medicine medical surgery surgical clinical maternity infection control emergency acute mental primary secondary care patient ' +
    'patients experience pharmacy theatres outpatients diagnostics imaging radiology pathology oncology cardiology digital facilities ' +
    'procurement contracts revenues benefits licensing trading standards regeneration economic tourism heritage cleansing customer ' +
    'comms people children maths english science literacy numeracy phonics curriculum assessment rescue ' +
    'domestic abuse sen send eyfs pvi childminding safety protection protections looked after attainment achievement technology'
  ).split(' '),
);

/** Short forms of posts, before which or after which an area stands: "SM, Early Years", "AD Learning". */
export const roleShortForms = new Set(
  'sm hos ad sd dcs dd tl sho pm po cm hv hvs ht hts dht sio siv eyp eyps sip dco cdw fsw pal aho ceo cx cex cfo md'.split(
    ' ',
  ),
);

/** Short forms of areas of work that follow a post. */
export const areaShortForms = new Set(
  'ey eys cc ccs cyp cyps sen send sl pl ssp is it hr ict qa pvi fs fis es ss la lac p&p'.split(' '),
);

/** Two or three capitals that are bodies, not somebody's initials. */
export const knownBodies = new Set(
  'od ta tas dfes pct nhs lsc smt slt cmt dmt fis ofsted dwp dcsf dfe doh la las cc ccs gp gps hr ict it bid cic ngo pvi pta lscb ccg icb ppg who sib vcs cvs cab yot yos fgc ssd tda cwdc sha mpt'.split(
    ' ',
  ),
);

/** Words that begin a remark about a lead rather than a name. */
export const remark =
  /(?:^|[\s,;.(-])((?:but|however|although|though|which|who|until|till|then|(?:\u2192|\u21d2|-+>)\s*\w+|from\s+(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)[a-z]*)|will\s+(?:move|pass|transfer|become|be|lead|take)|mov(?:es|ing|ed)\s+to|transfer(?:s|ring|red)?\s+to|pass(?:es|ing)?\s+to|to\s+(?:be\s+(?:confirmed|agreed|advised|appointed|recruited|identified|decided)|take|hand)|with\s+(?:support|help|input|advice|assistance)|support(?:ed)?\s+(?:by|from)|in\s+(?:partnership|conjunction|consultation|liaison|discussion)\s+with|reporting\s+to|on\s+behalf\s+of|acting|interim|pending|subject\s+to|when\s+in\s+post|once\s+appointed)\b.*)$/is;

/** Short forms that are a post and hardly ever somebody's initials. */
export const surePosts = new Set(
  'ht hts dht dhts aht ceo cex cfo coo cno cmo dcs dass dph hv hvs senco sendco hlta don hos'.split(' '),
);

/** Given names common enough that "Rosa, Martin" is two people and "Ashworth, Rosa" one. */
export const givenNames = new Set(
  (
    'jane john mary david sarah paul susan mark julie andrew karen richard helen peter emma james nicola michael claire robert ' +
    'rosa martin anne ann anna alan alison amanda angela barbara ben beth brian carol caroline catherine kate katie chris ' +
    'christine colin daniel dave debbie deborah denise diane donna elizabeth emily fiona frances gary geoff george gill ' +
    'gillian graham hannah heather ian jack jackie jacqueline jan janet jason jean jenny jennifer jill jim jo joan joanne joe ' +
    'jonathan judith julia keith kelly ken kevin laura lee lesley linda lisa liz louise lucy lynn margaret maria marie matthew ' +
    'maureen mike natalie neil nick pam pat patricia pauline phil philip rachel rebecca rob roger ruth sally sam sandra sharon ' +
    'sheila simon sophie stephen steve steven stuart sue tim tina tom tony tracey tracy valerie victoria wendy will william ' +
    'mohammed mohammad muhammad ahmed ali amir aisha fatima imran nadia priya raj sanjay anita sunita ravi yusuf zainab ' +
    'sian rhys gareth bethan megan owen dylan huw eleri ewan hamish morag isla niamh sean siobhan aoife ciaran'
  ).split(' '),
);
