/** The words by which minutes are known: labels, standing items, openings of sentences. */

/** "Minutes of …", "Draft notes of the meeting", "Record of decisions": the name minutes give themselves. */
export const titleWords =
  /^(?:(?:the|draft|unconfirmed|confirmed|approved|unapproved|unratified|ratified|final|signed|public|open|action|brief)\s+)*(?:minutes|notes?|record|decision notice|meeting (?:minutes|notes|record)|minute|note of (?:decisions?|meeting)|decisions? (?:of|taken by|made by))\b(?!\s*(?:\d|by\b|taker|to\b))/i;

/** What a title must go on with, or be near to, to be one: else "Notes" may head anything. */
export const meetingWords =
  /\b(?:meeting|held|board|committee|partnership|governing|governors|council|forum|panel|cabinet|group|team|minutes|decisions?|teleconference|conference call)\b/i;

/** What a group that meets calls itself, the narrower first. */
export const bodyKinds: readonly (readonly [RegExp, string])[] = [
  [/\bcabinet member\b/i, 'cabinet member'],
  [/\bsub-?\s?committee\b/i, 'sub-committee'],
  [/\b(?:governing (?:body|board)|board of governors|governors)\b/i, 'governing body'],
  [/\bsteering group\b/i, 'steering group'],
  [/\b(?:project|programme) (?:group|board|team)\b/i, 'project group'],
  [/\b(?:working|task) (?:group|party|and finish group)\b|\btask ?force\b/i, 'working group'],
  [/\bpartnership\b/i, 'partnership'],
  [/\bboard\b/i, 'board'],
  [/\bcommittee\b/i, 'committee'],
  [/\bforum\b/i, 'forum'],
  [/\bpanel\b/i, 'panel'],
  [/\bcommission\b/i, 'commission'],
  [/\bnetwork\b/i, 'network'],
  [/\b(?:association|alliance|consortium|federation|society)\b/i, 'association'],
  [/\bgroup\b/i, 'group'],
  [/\bteam\b/i, 'team'],
  [/\bassembly\b/i, 'assembly'],
  [/\bcabinet\b/i, 'cabinet'],
  [/\bexecutive\b/i, 'executive'],
  [/\b(?:parish|town|community) council\b/i, 'parish council'],
  [/\bcouncil\b/i, 'council'],
  [/\btrust(?:ees)?\b/i, 'trust'],
];

/** Items that almost every agenda has; a short line that says one of them heads an item, numbered or not. */
export const standingItem =
  /^(?:welcome(?:s|,? (?:and|&) (?:introductions?|apologies))?|introductions?|(?:receive )?apologies(?: for absence)?|attendance(?: and apologies)?|(?:declarations?|disclosures?|register) of (?:\w+ )?interests?(?: .{0,30})?|(?:approval of (?:the )?)?minutes of (?:the )?(?:last|previous) meeting.{0,40}|minutes and matters arising|matters arising(?: .{0,40})?|action log|review of actions?.{0,30}|any other (?:urgent )?business|a\.?o\.?b\.?|urgent business|public (?:participation|questions?|forum|session)|chair(?:man|person)?[’']s (?:report|announcements|remarks)|correspondence|dates? (?:and time )?of (?:the )?next meetings?|next meetings?|exclusion of (?:the )?(?:press and )?public|closing remarks|close(?: of meeting)?|quorum)\s*:?$/i;

export const nextMeeting =
  /^(?:the\s+)?(?:dates?|time|date and time|date,? time and (?:place|venue))?\s*(?:of|for)?\s*(?:the\s+)?(?:next|future)\s+(?:\w+\s+)?meetings?\b/i;

export const closing =
  /\b(?:meeting|session|chair|there being no (?:further|other) business|call)\b.{0,60}\b(?:closed|ended|concluded|finished|adjourned|terminated|closed the meeting)\b|^(?:meeting )?(?:closed|ended|finish(?:ed)?|close) (?:at\b|:)/i;

export const signature =
  /^(?:signed|signature|chair(?:man|person)?(?:[’']s signature)?|date|dated|approved by)?[\s:.,…_-]*(?:(?:chair(?:man|person)?|date|dated|signed|signature)[\s:.,…_-]*)*$/i;

/** Sentences as minute takers write them. */
export const reporting =
  /\b(?:noted|reported|advised|explained|informed|considered (?:a|the)|received (?:a|the)|thanked|welcomed|outlined|commented|queried|highlighted|confirmed that|asked (?:that|whether|if|for)|updated|presented|introduced|discussed|stated|suggested|requested|declared|agreed)\b/i;

export const furtherTo =
  /\b(?:further|pursuant|referring|with reference|in accordance with|arising from)\b[^.]{0,20}?\bminutes?\s+(?:no\.?\s*|number\s*|ref(?:erence)?\.?\s*)?([A-Z]{0,6}\/?\d[\w/.()-]*\w|\d+)/i;

export const pageFurniture = /^(?:page\s*)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$|^page\s+\d+/i;

/** Labels a portal or a form puts over the words themselves; they say nothing of their own. */
export const bareLabel =
  /^(?:agenda items?|items?|items (?:and actions|discussed)|no\.? item|minutes?|decision details|item details|discussion|notes|minute text|issue details)\s*:?$/i;

/** Words over the list of those who were there, or not. */
export const attendanceLabel = new RegExp(
  '^((?:(?:members?|non-members?|governors?|councillors?|cllrs|officers?|others?|those|also|staff|guests?|observers?|trustees|directors|' +
    'partners?|representatives|voting|non-voting|co-opted|attendees?|public|board|committee|cabinet|council|forum|panel|partnership|' +
    'trust|executive|lay|external|school|parish|portfolio holders?|substitutes?)[\\s,&/]*(?:and\\s+)?)*' +
    '(?:members?|present(?: and apologies)?|in attendance(?: (?:at|by|for|on)\\b[^:]{3,50})?|attendance|attendees|attending|attended|' +
    '(?:attendees|attendance)(?: (?:and|&) apologies)|' +
    'apolog(?:y|ies)(?: for (?:absence|non-attendance|lateness|inability to attend(?: the meeting)?))?(?: (?:received|given))?(?: (?:were received |received )?from)?|' +
    'absent(?: without apolog(?:y|ies))?|not present|not in attendance|not attended|did not attend|non-attendance|' +
    'substitutes?|observers?|officers|guests?|secretariat|circulation)' +
    '(?:\\s*\\([^)]{0,40}\\))?)\\s*(?:[:;\\-–—]+|$)\\s*(.*)$',
  'i',
);

/** The label of a form's box, or of a column, that holds what was decided. */
export const decisionLabel =
  /^(?:(?:the\s+)?(?:decisions?|resolutions?)(?: (?:made|taken|agreed|details?))?|decision (?:of|by) .{3,60})\s*:?$/i;

/** Headings that portals and clerks put inside an item, over its reasons: they head no item of their own. */
export const insideItem =
  /^(?:reasons? for (?:the )?(?:decisions?|recommendations?|resolution)|(?:alternative |other )?options? (?:considered|rejected)(?: and rejected)?|alternatives? (?:options? )?(?:considered|rejected)(?: and rejected)?|(?:record of )?(?:any )?(?:conflicts? of interest|dispensations?)(?: .{0,60})?|(?:any )?interest declared.{0,60}|(?:date of )?(?:implementation|publication)|background|corporate implications)\s*:?$/i;

/** An item that goes through what the last meeting asked for. */
export const earlierActions =
  /\b(?:outstanding|previous|earlier|last)\b.{0,30}\bactions?\b|\bactions?\b.{0,30}\b(?:previous|last)\b|^(?:review|updates?) (?:of|on) .{0,30}actions?\b|^action log$/i;

/** The label of a form's box that names what was considered. */
export const formLabel = /^(?:report )?(?:title|subject|topic|item|report)(?: of (?:the )?report)?\s*:?$/i;
