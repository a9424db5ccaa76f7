import type { ColumnField } from '#shared/contract/imports.ts';

/**
 * What officers call their columns. Each phrase in the words of the field; comparison folds case, signs and
 * plurals (words.ts). A phrase may stand under several fields: the cells and the other columns then decide.
 */
export const fieldPhrases: Partial<Record<ColumnField, string>> = {
  ref: `ref|reference|ref no|ref number|reference number|no|number|id|item|item no|item number|action no|action number|action ref|action id|
    action reference|objective id|objective no|objective ref|outline number|wbs|wbs code|code|row|row no|s n|serial no|serial number|kpi ref|kpi no|kpi id|
    issue key|indicator ref|indicator no|indicator number|indicator id|pi ref|pi no|measure ref|measure no|risk ref|risk no|risk id|task no|task ref|
    recommendation no|recommendation ref|rec no|line|line no|nr|index|priority no|sequence|commitment ref|commitment no|project ref|project no|milestone no|uid`,
  section: `objective|strategic objective|priority|priority area|strategic priority|theme|aim|strategic aim|goal|goal name|outcome|strategic outcome|
    strand|workstream|work stream|work area|area of work|chapter|recommendation|focus|area of focus|focus area|key area|domain|pillar|section|
    bucket name|section column|list name|card list|key issue|issue|issue identified|standard|category|bucket|phase|area for improvement|area for development|improvement area|
    development area|area|topic|project|programme|heading|ambition|driver|mission|finding|ofsted recommendation|inspection recommendation|
    key line of enquiry|strategy|sub theme|sub section|group|objective name|priority name|we will|what we want to achieve|
    key objective|service objective|what do we want to achieve|required improvement|parent|summary task|service area|criterion|key priority`,
  text: `action|key action|action required|action to be taken|required action|planned action|agreed action|management action|improvement action|
    proposed action|specific action|action task|action point|actions required|further action|what we will do|what will we do|what we are going to do|what are we going to do|
    what needs to be done|what needs to happen|what will be done|what|how will we do it|how we will do it|how|how will we achieve this|task|task name|commitment|
    activity|key activity|step|next step|deliverable|intervention|initiative|proposal|response|action description|description of action|
    detail of action|action detail|action to address|action to deliver|action plan|to do|we will|our action|work to be done|
    area of activity|key task|task description|action name|initiative name|pledge|change idea`,
  leads: `lead|lead person|lead officer|lead name|action lead|task lead|project lead|named lead|strategic lead|operational lead|delivery lead|service lead|lead agency|
    lead partner|lead organisation|lead organization|lead body|lead team|lead service|lead responsibility|lead director|lead manager|lead professional|lead and partner|
    who|who is leading|who lead|who will lead|who is responsible|who will do it|who will do this|by who|by whom|whom|owner|action owner|risk owner|task owner|
    project owner|responsible|responsibility|responsible officer|responsible person|person responsible|responsible lead|responsible owner|
    officer|officer responsible|responsible manager|managed by|resource name|accountable|accountable officer|accountable lead|accountability|assigned to|assignee|allocated to|
    action by|action by whom|lead owner|owned by|led by|sponsor|name of lead|risk owner role|lead officer and partner|
    person|staff|staff responsible|key person|key personnel|contact|delivered by|manager|head of service|sro|post holder`,
  timescale: `timescale|time scale|timescales|when|by when|by when date|date|due|due date|due by|date due|deadline|target date|target completion date|target completion|completion date|
    completion|complete by|completed by|date for completion|date to be completed|to be completed by|timeframe|time frame|timeline|time line|timing|time|when by|
    what is the timescale|delivery date|implementation date|milestone date|planned completion|planned completion date|planned date|planned end date|
    expected completion|expected completion date|proposed date|agreed date|target timescale|deadline date|finish by|delivery timescale|target deadline|
    start and end date|start end date|date by|action by when|when will this be done|when will it be done|by which date|timescale for completion|deadline for completion|
    revised date|revised target date|revised deadline|revised timescale|forecast date`,
  start:
    'start|start date|date from|from|begin|beginning|commence|commencement date|commencing|planned start|planned start date|starting|start by|date started|date start|begin date',
  end: 'end|end date|date to|finish|finish date|planned finish|planned end|ending|date end',
  status: `status|rag|rag status|rag rating|brag|brag rating|brag status|ragb|bragg|current rag|rag rate|progress rag|progress status|current status|action status|traffic light|
    colour|colour code|on track|state|delivery status|overall status|overall rag|project status|project delivery status|task status|status rag|implementation status|
    delivery rag|risk rag|progress rating|completion status|completed y n|complete y n|completed|rating|rag rated|assessment|position|achieved|delivery confidence|risk status`,
  progress: `progress|update|progress update|latest update|latest note|latest comment|latest progress|latest position|progress to date|current position|commentary|narrative|
    position statement|what have we done|what has been done|what we have done|achievement|achieved to date|achievement to date|outcome to date|progress note|
    update on progress|progress report|progress comment|progress and comment|progress and next step|status update|progress made|progress so far|
    current progress|progress commentary|quarterly update|monitoring|monitoring note|progress review|action taken|actions taken|status comment|evidence of progress|
    update note|review note|lead update|lead comment|officer update|officer comment|highlight|latest news|current situation|commentary on status|summary of progress|position at`,
  measures: `success criteria|success criterion|measure|target|target measurement|measurement|measure of success|success measure|how will we know|how will we know it has worked|
    how will we measure success|how will success be measured|how we will know|performance measure|performance target|output|impact|intended impact|expected impact|
    evidence|evidence of success|evidence of impact|what will success look like|success indicator|what success look like|expected outcome|desired outcome|intended outcome|
    planned outcome|target outcome|anticipated outcome|outcome|outcome measure|milestone|key milestone|success factor|monitoring measure|performance indicator|indicator|kpi|
    target output|planned output|expected output|what difference will it make|what difference will this make|intended result|expected result|how will this be measured|
    success will be|outcome success criteria|success outcome|impact measure|target and measure|key performance indicator|benefit|expected benefit|output and outcome|
    measurable|measurable outcome|measured by|monitored by|deliverable|evaluation|quantifiable target|end result`,
  resources: `resource|resource implication|resource required|resources needed|resource needed|budget|cost|cost implication|funding|funding source|finance|financial implication|
    resource and workforce implication|resource and cost|source of funding|funding stream|financial resource|estimated cost|investment|budget implication|
    cost and funding|resource cost|capacity|staffing|resource implication and cost|cost resource|resource budget|budget source`,
  links: `linked priority|link|linked|linked to|link to|linked plan|linked document|related plan|relevant plan|related delivery plan|related strategy|relevant sdp|relevant sdp and or related agency plan|
    is this part of an existing action plan|is this part of an existing action plan which one|existing action plan|part of existing plan|strategic link|
    cross reference|cross ref|contribute to|contributing to|supports|strategic direction|corporate priority|corporate objective|council priority|
    related priority|related to|related action|ecm outcome|ecm|every child matters outcome|every child matter|policy link|link to other plan|link to strategy|link to plan|
    linkage|link to corporate plan|link to priority|corporate plan link|national priority|national outcome|strategy link|cyp plan priority|lead strategy|plan link|
    linked strategy|link with other plan|strategic objective link|dependency|linked kpi|linked risk|linked objective|which plan`,
  comment: `comment|note|remark|observation|additional information|further information|general comment|other information|additional comment|additional note|further comment|note and comment|
    comment note|other comment|explanation|reason|rationale|context|background`,
  reviewOn:
    'review date|date of review|next review|next review date|review|review by|review on|date reviewed|date for review|date of next review|review due',
  'kpi-name': `indicator|kpi|performance indicator|key performance indicator|performance commitment|performance measure|measure|metric|pi|indicator name|name of indicator|
    kpi name|kpi description|indicator description|measure name|measure description|description of indicator|indicator definition|key indicator|outcome indicator|output indicator|
    national indicator|local indicator|headline measure|success measure|performance indicator measure|description|title|name|objective|commitment|statutory target|definition of indicator|
    headline indicator|outcome measure|contextual indicator|proxy indicator|key measure|output|performance information|what we measure|target description|area of performance`,
  unit: 'unit|unit of measure|unit of measurement|measure unit|unit type|measurement unit|value type|format|units|measured in|number or percent|type of measure|metric type',
  'data-source':
    'data source|source|source of data|indicator source|source of information|data provider|provider|source of evidence|information source|evidence source|data set|dataset|collected from|data owner source',
  owners:
    'owner|kpi owner|indicator owner|measure owner|lead|lead officer|responsible officer|data owner|accountable officer|performance owner|officer|pi owner|who',
  period:
    'period|year|financial year|academic year|quarter|month|time period|reporting period|reporting year|date|timeperiod|time|period covered|fiscal year|calendar year|reporting date',
  'value-role':
    'value type|figure type|type of figure|target or actual|target actual|row type|measure type|type|data type|series|figure',
  value:
    'value|figure|result|outturn|actual|score|percentage|rate|observation|obs value|reading|data|data value|achieved|actual value|performance|count|amount|estimate',
  area: 'area|area name|local authority|local authority name|la name|la|authority|district|ward|region|geography|geography name|locality|place|council|cluster|setting|school|centre',
  term: 'term|abbreviation|acronym|initial|word|phrase|short form|glossary term|terminology|abbreviation acronym',
  meaning:
    'meaning|definition|stands for|description|explanation|full name|full term|what it means|in full|full title|expansion|long form',
  basis:
    'legal basis|legislation|act|statute|statutory basis|legal reference|section of act|source of duty|statutory reference|law|legislative basis|statutory instrument',
  behind:
    'reason for deviation|reasonfor deviation|reason for variance|reason for variation|variance|explanation of variance|what is behind it|story behind|reason|comment|commentary|narrative|analysis|explanation|reason for performance|variance explanation|performance commentary|progress|update',
  doing:
    'corrective action|what will we do|what we will do|action to improve|improvement action|remedial action|action|mitigating action|action taken|planned action|next step|action to address|recovery action',
};

/** Headings that name the record itself only where no plainer one does: a risk register's, a project list's. */
export const softTextPhrases = `name|title|project name|project title|risk name|risk title|objective name|milestone|key milestone|recommendation|objective|project|
  risk|risk description|description of risk|description|detail|issue|improvement|decision|requirement|goal|priority|mitigation|summary|subject|topic`;

/** Columns that look like one of the above and are none: kept beside the record under their own heading. */
export const detailPhrases = `created by|created date|date created|created|created on|modified|modified by|last modified|last updated|updated by|date updated|last update|percent complete|complete percent|percentage complete|progress percent|
  email|email address|assignee email|owner email|lead email|project key|project id|issue id|issue type|reporter|parent task|
  label|tag|checklist|late|completed date|date completed|actual completion date|actual completion|date of completion|actual end date|actual end|actual finish|actual start|actual start date|
  task id|uid|unique id|guid|system id|area code|la code|geography code|gss code|ons code|likelihood|impact score|impact rating|probability|score|risk score|risk rating|raw score|
  inherent risk|residual risk|proximity|consequence|risk category|risk category type|unit priority|objective priority|goal priority|impact type|
  partner|key partner|supporting partner|support|supported by|involved|other involved|partner organisation|partner agency|other partner|stakeholder|
  contributor|consulted|informed|delivery partner|service|department|directorate|team|division|office|location|site|postcode|
  delivery stage|current stage|stage|priority level|urgency|high medium low|priority rating|ranking|rank|weighting|
  frequency|reporting frequency|calendar|direction of travel|dot|trend|polarity|good to be|good performance|tolerance|threshold|
  numerator|denominator|method|methodology|calculation|sub type|subtype|aggregation|sector|institution|cluster|risk rag|spend rag|spend|ilo|type`;
