import type { ColumnField } from '#shared/contract/imports.ts';

/**
 * What officers call their columns. Each phrase in the words of the field; comparison folds case, signs and
 * plurals (words.ts). A phrase may stand under several fields: the cells and the other columns then decide.
 */
export const fieldPhrases: Partial<Record<ColumnField, string>> = {
  ref: `ref|reference|ref no|ref number|reference number|no|number|id|item|item no|item number|action no|action number|action ref|action id|action reference|
    objective id|objective no|objective ref|outline number|wbs|wbs code|code|row|row no|s n|serial no|serial number|kpi ref|kpi no|kpi id|issue key|
    indicator ref|indicator no|indicator number|indicator id|pi ref|pi no|measure ref|measure no|risk ref|risk no|risk id|task no|task ref|
    recommendation no|recommendation ref|rec no|line|line no|nr|index|priority no|sequence|commitment ref|commitment no|project ref|project no|
    milestone no|uid|serial|ser|ser no|objective number|outcome ref|target ref|standard no|standard ref|para|para no|paragraph|paragraph no|rec|audit ref|
    issue no|issue ref|issue id|decision no|decision ref|decision id|minute no|minute ref|log no|log ref|unique ref|unique reference|
    unique reference number|priority ref|theme ref|workstream ref|plan ref|smart objective no|duty no|output ref|kloe ref|unique task no|job no|
    action item no|work package no|id no|case no`,
  section: `objective|strategic objective|priority|priority area|strategic priority|theme|aim|strategic aim|goal|goal name|outcome|strategic outcome|strand|
    workstream|work stream|work area|area of work|chapter|recommendation|focus|area of focus|focus area|key area|domain|pillar|section|bucket name|
    section column|list name|card list|key issue|issue|issue identified|standard|category|bucket|phase|area for improvement|area for development|
    improvement area|development area|area|topic|project|programme|heading|audit|audit title|audit name|audit report|audit area|name of audit|
    audit review|inspection report|review title|ambition|driver|mission|finding|ofsted recommendation|
    inspection recommendation|key line of enquiry|strategy|sub theme|sub section|group|objective name|priority name|we will|what we want to achieve|
    key objective|service objective|what do we want to achieve|required improvement|parent|summary task|service area|criterion|key priority|
    strategic theme|strategic goal|strategic driver|corporate theme|key theme|delivery theme|life stage|plan priority|school priority|sip priority|
    sdp priority|improvement priority|headline priority|target area|programme area|work programme|delivery area|action area|element|component|
    judgement area|quality standard|regulation|key question|cqc domain|outcome we want|what are we trying to achieve|what do we want to do|
    what is our aim|priority outcome|high level outcome|long term outcome|aim and objective|objective and outcome|need|need identified|identified need|
    identified issue|gap|gap identified|area of concern|concern|audit recommendation|recommendation from report|report recommendation|
    review recommendation|finding and recommendation|inspection finding|school improvement priority|quality area|driver diagram|primary driver|
    secondary driver|work package|milestone group|where do we want to be|objective target|big ticket item|delivery strand|shared priority|priority theme|
    priority action area`,
  text: `action|key action|action required|action to be taken|required action|planned action|agreed action|management action|improvement action|
    proposed action|specific action|action task|action point|actions required|further action|what we will do|what will we do|what we are going to do|
    what are we going to do|what needs to be done|what needs to happen|what will be done|what|how will we do it|how we will do it|how|
    how will we achieve this|task|task name|commitment|activity|key activity|step|next step|deliverable|intervention|initiative|proposal|response|
    action description|description of action|detail of action|action detail|action to address|action to deliver|action plan|to do|we will|our action|
    work to be done|area of activity|key task|task description|action name|initiative name|pledge|change idea|action to be undertaken|action we will take|
    action we are taking|action that will be taken|what action will we take|what action|what action is needed|what are we doing|what we are doing|
    what we plan to do|what we intend to do|what do we plan to do|what needs doing|what do we need to do|what we need to do|what has to be done|
    what must be done|what will happen|what should happen|what next|how are we going to do it|how are we going to get there|how will we get there|
    how we will get there|how will this be achieved|how will it be achieved|how will this be delivered|how will it be delivered|
    how will we make it happen|how we will make it happen|how we will deliver|how will we deliver|action needed|key deliverable|key intervention|
    planned intervention|planned activity|project task|sub task|subtask|work item|to do item|task and activity|activity and task|action activity|
    action and activity|action or activity|specific task|action step|step to be taken|step to take|key step|action and milestone|key action and milestone|
    smart action|implementation step|implementation action|delivery action|improvement activity|quality improvement activity|operational action|
    mitigating action|control to be implemented|management response|agreed management action|service response|council response|proposed response|
    recommendation and action|tactic|undertaking|promise|our promise|our pledge|our commitment|action arising|action agreed|action item|
    action from meeting|outstanding action|decision and action|strategy action|strategy and action|key strategy|intervention and action|offer|
    detailed action|development action|activity description|priority action|immediate action|short term action|long term action|strategic action|
    actions we will take|list of action|further action required|additional action|action for improvement|what will be put in place|plan|required activity|
    work required|planned work|what we said we would do|how we will achieve this|key activity and task|measure to be taken|project activity|
    programme activity|planned task|card name|issue action|task title|task summary|summary of action|item for action`,
  leads: `lead|lead person|lead officer|lead name|action lead|task lead|project lead|named lead|strategic lead|operational lead|delivery lead|service lead|
    lead agency|lead partner|lead organisation|lead organization|lead body|lead team|lead service|lead responsibility|lead director|lead manager|
    lead professional|lead and partner|who|who is leading|who lead|who will lead|who is responsible|who will do it|who will do this|by who|by whom|whom|
    owner|action owner|risk owner|task owner|project owner|responsible|responsibility|responsible officer|responsible person|person responsible|
    responsible lead|responsible owner|officer|officer responsible|responsible manager|managed by|resource name|accountable|accountable officer|
    accountable lead|accountability|assigned to|assignee|allocated to|action by|action by whom|lead owner|owned by|led by|sponsor|name of lead|
    risk owner role|lead officer and partner|person|staff|staff responsible|key person|key personnel|contact|delivered by|manager|head of service|sro|
    post holder|by|who with|whose responsibility|who will be responsible|who will lead this|who will take the lead|who is the lead|lead by|leader|
    lead contact|named person|named officer|named individual|named responsible person|nominated person|nominated lead|nominated officer|designated lead|
    designated person|designated officer|executive lead|exec lead|exec sponsor|executive sponsor|executive owner|clinical lead|medical lead|nursing lead|
    board lead|lead governor|slt lead|slt|smt lead|senior lead|senior responsible officer|senior responsible owner|cabinet lead|cabinet member|
    portfolio holder|director|assistant director|chief officer|responsible director|responsible lead officer|responsible body|responsible agency|
    responsible organisation|responsible team|responsible partner|responsible department|responsible individual|responsible party|
    responsible for delivery|responsible for implementation|responsible for action|responsibility for implementation|responsibility for action|
    responsibility for delivery|delivery owner|action holder|actionee|assigned owner|assigned|assignee name|allocated officer|accountable body|
    accountable person|accountable owner|accountable director|lead and support|lead and key partner|lead delivery partner|lead department|
    lead directorate|lead section|lead unit|project manager|programme manager|workstream lead|work stream lead|theme lead|priority lead|objective lead|
    outcome lead|key lead|key contact|contact officer|contact person|undertaken by|carried out by|to be done by|actioned by|to action|for action by|
    action to be taken by|implemented by|implementation lead|personnel|people|people responsible|people involved|staff lead|staff member|
    teacher responsible|co ordinator|coordinator|risk lead|risk manager|issue owner|mitigation owner|control owner|delegated to|
    organisation responsible|agency responsible|agency|service responsible|team responsible|department responsible|organisation|lead responsible|
    owner name|person leading|person accountable|persons responsible|leads and partner|champion|commissioner|main lead|overall lead|
    overall responsibility|principal lead|led by whom|lead s|governance lead|school lead|trust lead|ccg lead|icb lead|health lead|council lead|
    lead member`,
  timescale: `timescale|time scale|timescales|when|by when|by when date|date|due|due date|due by|date due|deadline|target date|target completion date|
    target completion|completion date|completion|complete by|completed by|date for completion|date to be completed|to be completed by|timeframe|
    time frame|timeline|time line|timing|time|when by|what is the timescale|delivery date|implementation date|milestone date|planned completion|
    planned completion date|planned date|planned end date|expected completion|expected completion date|proposed date|agreed date|target timescale|
    deadline date|finish by|delivery timescale|target deadline|start and end date|start end date|date by|action by when|when will this be done|
    when will it be done|by which date|timescale for completion|deadline for completion|revised date|revised target date|revised deadline|
    revised timescale|forecast date|by|when will it happen|when will this happen|when will we do it|by date|date to complete|due on|due in|target month|
    target quarter|target year|target end date|target end|target finish|target timeframe|target for completion|timeline for completion|
    timeframe for completion|time scale for completion|time frame for completion|time limit|time bound|date of completion|completion by|complete by when|
    completed by when|completion timescale|for completion by|achieve by|implementation deadline|implementation by|implementation timescale|implement by|
    planned for|planned delivery|planned delivery date|planned timescale|planned deadline|proposed completion|proposed completion date|proposed timescale|
    anticipated completion|anticipated completion date|anticipated date|estimated completion|estimated completion date|estimated finish|estimated date|
    eta|expected date|expected by|expected end date|expected delivery|forecast completion|forecast completion date|forecast end date|current due date|
    current deadline|current target date|original due date|original target date|original deadline|original date|original timescale|
    revised completion date|revised due date|revised completion|extended date|extended deadline|new date|new target date|new deadline|amended date|
    when to be completed|when complete|do by|do by when|schedule|scheduled|scheduled date|scheduled completion|date scheduled|term|academic term|
    due quarter|delivery quarter|quarter due|month due|delivery year|key date|date planned|date agreed|timing of action|by what date|action date|
    date for action|date for implementation|deadline for action|deadline for delivery|target delivery date|target delivery|target implementation date|
    date of delivery|date of implementation|latest date|dates|closure date|target closure date|target resolution date|resolution date|resolve by|
    duration and deadline|timescale and deadline|timescale and milestone|milestone and timescale|planned quarter|deadline end|delivery deadline|
    delivery by|ends|by end of|due period|target period|needed by|required by|date needed|date required`,
  start: `start|start date|date from|from|begin|beginning|commence|commencement date|commencing|planned start|planned start date|starting|start by|date started|
    date start|begin date|planned start on|actual start|start on|start month|start quarter|begins|kick off|date of start|proposed start date|start from|
    commences|date commenced|expected start|expected start date|start planned`,
  end: `end|end date|date to|finish|finish date|planned finish|planned end|ending|date end|ends on|end month|finish by|end planned|finish on|project end date|
    expected finish`,
  status: `status|rag|rag status|rag rating|brag|brag rating|brag status|ragb|bragg|current rag|rag rate|progress rag|progress status|current status|
    action status|traffic light|colour|colour code|on track|state|delivery status|overall status|overall rag|project status|project delivery status|
    task status|status rag|implementation status|delivery rag|risk rag|progress rating|completion status|completed y n|complete y n|completed|rating|
    rag rated|assessment|position|achieved|delivery confidence|risk status|r a g|b rag|rygb|blue red amber green|red amber green|rag progress|rag now|
    rag this quarter|rag assessment|overall rating|overall assessment|current rating|current assessment|state of completion|stage of completion|complete|
    complete or not|on target|on schedule|on track y n|on track yes no|delivered|done|met|target met|target met y n|completed yes no|complete yes no|
    status of action|status of implementation|implementation progress|action progress|outcome rag|evaluation rag|self assessment rating|open closed|
    open or closed|live or closed|status open closed|action state|level of completion|traffic light rating|traffic light status|rag current|rag previous|
    rag status now|rag colour|rag coding|rag key|rag score|colour rating|colour rag|current state|decision status|issue status|rag status current|
    latest rag|rag latest|quarter rag|progress colour|project rag|action rag|milestone rag|milestone status|health|delivery|achieved y n|achieved yes no|
    done y n|complete incomplete|rating rag|rag update|brag update`,
  progress: `progress|update|progress update|latest update|latest note|latest comment|latest progress|latest position|progress to date|current position|commentary|
    narrative|position statement|what have we done|what has been done|what we have done|achievement|achieved to date|achievement to date|outcome to date|
    progress note|update on progress|progress report|progress comment|progress and comment|progress and next step|status update|progress made|
    progress so far|current progress|progress commentary|quarterly update|monitoring note|progress review|action taken|actions taken|
    status comment|evidence of progress|update note|review note|lead update|lead comment|officer update|officer comment|highlight|latest news|
    current situation|commentary on status|summary of progress|position at|what have we achieved|what has happened|what has happened so far|what happened|
    action to date|activity to date|work to date|work done|work completed|work undertaken|delivery to date|progress against action|progress against plan|
    progress against target|progress against milestone|progress against objective|progress summary|progress update and comment|progress evidence|
    progress and evidence|progress and impact|progress impact|progress status update|impact to date|impact so far|evaluation of progress|review comment|
    review of progress|mid year review|end of year review|mid year update|end of year update|year end update|year end review|termly review|autumn review|
    spring review|summer review|autumn term review|spring term review|summer term review|autumn update|spring update|summer update|interim review|
    final review|half year update|six monthly update|six month update|twelve month update|monthly update|annual update|annual review|
    update since last meeting|update for board|update this quarter|quarter update|quarter progress|latest|latest situation|latest status|
    latest information|what we have done so far|what we did|where are we now|where are we up to|how are we doing|status narrative|status commentary|
    rag commentary|rag narrative|reason for rag|rag rationale|explanation of rag|exception|exception commentary|comment on progress|comment and progress|
    comment progress|comment and update|comment update|comments updates|note on progress|note and update|update and note|action update|
    action taken to date|action completed|management update|officer response|lead response|response update|recent progress|progress in period|
    progress this period|progress since last report|progress since last meeting|highlight report|narrative update|closing comment|closure comment|
    closing update|commentary and progress|update and comment|update commentary|position update|position to date|latest progress update|
    current status update|current progress update|progress detail|progress and issue|evidence of progress to date|outturn commentary|
    activity this quarter|activity undertaken|review outcome|outcome of review|implementation update|monitoring update|monitoring comment|
    monitoring progress|progress monitoring|achievement and impact|key achievement|delivered to date|work in progress`,
  measures: `success criteria|success criterion|measure|target|target measurement|measurement|measure of success|success measure|how will we know|
    how will we know it has worked|how will we measure success|how will success be measured|how we will know|performance measure|performance target|
    output|impact|intended impact|expected impact|evidence|evidence of success|evidence of impact|what will success look like|success indicator|
    what success look like|expected outcome|desired outcome|intended outcome|planned outcome|target outcome|anticipated outcome|outcome|outcome measure|
    milestone|key milestone|success factor|monitoring measure|performance indicator|indicator|kpi|target output|planned output|expected output|
    what difference will it make|what difference will this make|intended result|expected result|how will this be measured|success will be|
    outcome success criteria|success outcome|impact measure|target and measure|key performance indicator|benefit|expected benefit|output and outcome|
    measurable|measurable outcome|measured by|deliverable|evaluation|quantifiable target|end result|how will we measure this|
    how we will measure success|how we will measure|how will we know we have succeeded|how will we know if we have succeeded|
    how will we know we are making a difference|how will we know when we get there|how will we know we have achieved it|how will we know it is working|
    how do we know|how will success be judged|how success will be measured|how will it be measured|what difference|what difference will we see|
    what difference has it made|what impact will it have|what impact|what will be different|what will be different for child|what will we see|
    what will it look like|what good look like|what does good look like|what does success look like|what success will look like|what do we expect to see|
    what we expect to see|what do we hope to achieve|what will be achieved|success|success criteria and evidence|success criteria impact|
    success criteria and impact|success criteria and measure|success descriptor|success statement|criteria for success|criteria|criterion|
    performance criteria|indicator of success|indicator of progress|progress indicator|progress measure|process measure|balancing measure|
    outcome and measure|outcome and impact|outcome target|outcome indicator|outcome and success criteria|outcome expected|result expected|output target|
    output measure|output milestone|measurable target|measurable output|smart target|smart measure|smart outcome|target and milestone|target milestone|
    target and outcome|key measure|key outcome|key output|key performance measure|benefit to child|benefit realisation|intended benefit|impact on child|
    impact on pupil|impact on learning|impact for child|pupil outcome|outcome for child|outcome for child and family|outcome for resident|
    outcome for patient|evidence required|evidence of completion|evidence of achievement|evidence needed|assurance measure|monitoring and evaluation|
    how monitored|how will it be monitored|how will this be monitored|how will this be evidenced|how will we evidence this|
    evidence that this has been achieved|target performance|performance measure and target|kpi and target|measure and kpi|measure kpi|kpi measure|
    objective measure|product|end product|deliverable outcome|deliverable output|outputs and deliverable|final output|aim of action|goal|
    impact and outcome|expected impact and outcome|outcome impact|outcome evidence|ultimate outcome|intended outcome and impact|
    expected result and impact|quantified target|evidence source of success|by how much|how much`,
  resources: `resource|resource implication|resource required|resources needed|resource needed|budget|cost|cost implication|funding|funding source|finance|
    financial implication|resource and workforce implication|resource and cost|source of funding|funding stream|financial resource|estimated cost|
    investment|budget implication|cost and funding|resource cost|capacity|staffing|resource implication and cost|cost resource|resource budget|
    budget source|resource and training|resource and cost implication|cost and resource|cost and source|costing|estimated budget|budget allocated|
    allocated budget|budget cost|budget required|budget code|funding required|funding amount|funding stream and amount|funded by|funded from|how funded|
    how will it be funded|how will it be paid for|funding source and amount|price|planned spend|projected cost|total cost|approx cost|
    approximate cost|resourced by|resourcing|what resource do we need|what resource are needed|what do we need|what we need|support needed|
    support required|staff time|training and resource|cpd|cpd requirement|workforce implication|staffing implication|financial|financial cost|
    budget and resource|resource and budget|resource funding|resource and funding|funding and resource|input|equipment|resource requirement|
    additional resource|cost to school|cost to council|pupil premium funding|investment required|capital cost|revenue cost|resources finance|
    human resource|people and resource|time and resource|budget value|grant|identified resource|resource identified|resource allocation|
    resource allocated|resource available|implication`,
  links: `linked priority|link|linked|linked to|link to|linked plan|linked document|related plan|relevant plan|related delivery plan|related strategy|
    relevant sdp|relevant sdp and or related agency plan|is this part of an existing action plan|is this part of an existing action plan which one|
    existing action plan|part of existing plan|strategic link|cross reference|cross ref|contribute to|contributing to|supports|strategic direction|
    corporate priority|corporate objective|council priority|related priority|related to|related action|ecm outcome|ecm|every child matters outcome|
    every child matter|policy link|link to other plan|link to strategy|link to plan|linkage|link to corporate plan|link to priority|corporate plan link|
    national priority|national outcome|strategy link|cyp plan priority|lead strategy|plan link|linked strategy|link with other plan|
    strategic objective link|dependency|linked kpi|linked risk|linked objective|which plan|strategic priority link|link with|contribute towards|
    contribution to|outcome link|link to outcome|link to strategic priority|link to corporate objective|link to strategic objective|link to council plan|
    link to sdp|link to sip|link to ofsted|link to ehc plan|link to other strategy|golden thread|policy driver|strategic fit|related strategy and plan|
    linked action|linked outcome|related policy|alignment|aligned to|aligns with|aligned priority|delivers against|which priority|related document|
    associated plan|strategic alignment|strategic outcome link|wellbeing goal|sdg|un sdg|interdependency|interdependencies|
    link to risk register|related risk`,
  comment: `comment|note|remark|observation|additional information|further information|general comment|other information|additional comment|additional note|
    further comment|note and comment|comment note|other comment|explanation|reason|rationale|context|background|general note|additional detail|
    further detail|more information|other comment and note|any other comment|remark and comment|point to note|comment and issue|issue and comment|
    annotation|feedback|additional comment and note|query|queries`,
  reviewOn: `review date|date of review|next review|next review date|review|review by|review on|date reviewed|date for review|date of next review|review due|
    reviewed|last reviewed|next update due|review frequency and date|when reviewed|review period|date to be reviewed|next monitoring date|monitoring date`,
  'kpi-name': `indicator|kpi|performance indicator|key performance indicator|performance commitment|performance measure|measure|metric|pi|indicator name|
    name of indicator|kpi name|kpi description|indicator description|measure name|measure description|description of indicator|indicator definition|
    key indicator|outcome indicator|output indicator|national indicator|local indicator|headline measure|success measure|performance indicator measure|
    description|title|name|objective|commitment|statutory target|definition of indicator|headline indicator|outcome measure|contextual indicator|
    proxy indicator|key measure|output|performance information|what we measure|target description|area of performance|kpi title|kpi measure|pi name|
    pi description|pi title|performance indicator description|performance indicator name|performance measure description|performance measure name|
    measure title|measure of success|measure kpi|kpi indicator|kpi and target|target|strategic measure|strategic indicator|success indicator|
    indicator of success|indicator and definition|indicator measure|outcome and indicator|key result|critical success factor|service standard|
    quality indicator|quality measure|activity measure|metric name|metric description|what are we measuring|what will we measure|what we will measure|
    what we promise|our promise|promise|pledge|statistic|data item|data measure|activity indicator|health indicator|pupil group|performance area|
    area of measurement|service measure|operational measure|result indicator|impact indicator|impact measure|ofsted measure|phof indicator|asc indicator|
    performance target|corporate indicator|corporate measure|strategic kpi|balanced scorecard measure|question|survey question|key statistic|
    performance commitment indicator|public health indicator|population indicator|population measure|success criteria`,
  unit: `unit|unit of measure|unit of measurement|measure unit|unit type|measurement unit|value type|format|units|measured in|number or percent|
    type of measure|metric type|unit measure|measured as|expressed as|data type|number percentage`,
  'data-source': `data source|source|source of data|indicator source|source of information|data provider|provider|source of evidence|information source|evidence source|
    data set|dataset|collected from|data owner source|where from|data from|source system|system|source report|collection method|where is the data from|
    data collection|data source and frequency|evidence base|source document`,
  owners: `owner|kpi owner|indicator owner|measure owner|lead|lead officer|responsible officer|data owner|accountable officer|performance owner|officer|pi owner|
    who|data lead|reporting officer|reported by|performance lead|kpi lead|measure lead|indicator lead|responsible|responsibility|lead service|lead team|
    responsible service|accountable|lead director|service lead|data provider lead|named lead`,
  period: `period|year|financial year|academic year|quarter|month|time period|reporting period|reporting year|date|timeperiod|time|period covered|fiscal year|
    calendar year|reporting date|term|academic term|week|date of data|data period|as at|month and year|quarter ending|month ending|year ending|
    reporting month|reporting quarter|cycle`,
  'value-role':
    'value type|figure type|type of figure|target or actual|target actual|row type|measure type|type|data type|series|figure',
  value: `value|figure|result|outturn|actual|score|percentage|rate|observation|obs value|reading|data|data value|achieved|actual value|performance|count|amount|
    estimate|achieved value|performance value|latest value|current value|recorded value|measured value|reported value|
    data point|kpi value`,
  area: `area|area name|local authority|local authority name|la name|la|authority|district|ward|region|geography|geography name|locality|place|council|cluster|
    setting|school|centre|area code name|borough|county|hub|site|team|provider|practice|trust|ward name|lsoa|nursery|school name|setting name|centre name|
    hub name|local area|neighbourhood|quadrant|patch`,
  term: `term|abbreviation|acronym|initial|word|phrase|short form|glossary term|terminology|abbreviation acronym|acronym abbreviation|abbreviations used|
    initialism|name of term|expression|jargon`,
  meaning: `meaning|definition|stands for|description|explanation|full name|full term|what it means|in full|full title|expansion|long form|explained|describes|
    what this means|what it stands for|definition meaning|written out|full form`,
  basis: `legal basis|legislation|act|statute|statutory basis|legal reference|section of act|source of duty|statutory reference|law|legislative basis|
    statutory instrument|statute and section|regulation|statutory guidance|legal duty source|guidance|statutory reference and section|act and section|
    legislation reference|relevant legislation`,
  behind: `reason for deviation|reasonfor deviation|reason for variance|reason for variation|variance|explanation of variance|what is behind it|story behind|
    reason|comment|commentary|narrative|analysis|explanation|reason for performance|variance explanation|performance commentary|progress|update|
    story behind the figure|explanation for performance|what is behind the figure|context|context and analysis|reason for under performance|
    performance narrative|performance comment|what the data tell us|what does the data tell us|what this tells us|key message|headline`,
  doing: `corrective action|what will we do|what we will do|action to improve|improvement action|remedial action|action|mitigating action|action taken|
    planned action|next step|action to address|recovery action|what are we doing about it|what we are doing about it|what are we doing to improve|
    what we are doing to improve|what we will do about it|what will we do about it|what will we do next|improvement plan|action being taken|
    planned improvement|action we are taking|recovery plan|action to improve performance|actions planned`,
};

/** Headings that name the record itself only where no plainer one does: a risk register's, a project list's. */
export const softTextPhrases = `name|title|project name|project title|risk name|risk title|objective name|milestone|key milestone|recommendation|objective|project|risk|
  risk description|description of risk|description|detail|issue|improvement|decision|requirement|goal|priority|mitigation|summary|subject|topic|course|
  course title|training|training need|training course|training topic|session|event|workshop|activity title|programme|key project|milestone description|
  strategy|intervention name|matter arising|service|provision|work stream|scheme|scheme name|project description|description of project|key task area|
  key issue|aim|priority area|outcome|risk event|risk summary|nature of risk|threat|opportunity|risk and description|issue description|
  description of issue|detail of issue|problem|concern|question|assumption|dependency|decision required|matter for decision|key decision`;

/** Columns that look like one of the above and are none: kept beside the record under their own heading. */
export const detailPhrases = `created by|created date|date created|created|created on|modified|modified by|last modified|last updated|updated by|date updated|last update|
  percent complete|complete percent|percentage complete|progress percent|email|email address|assignee email|owner email|lead email|project key|
  project id|issue id|issue type|reporter|parent task|label|tag|checklist|late|completed date|date completed|actual completion date|actual completion|
  date of completion|actual end date|actual end|actual finish|actual start|actual start date|task id|uid|unique id|guid|system id|area code|la code|
  geography code|gss code|ons code|likelihood|impact score|impact rating|probability|score|risk score|risk rating|raw score|inherent risk|residual risk|
  proximity|consequence|risk category|risk category type|unit priority|objective priority|goal priority|impact type|partner|key partner|
  supporting partner|support|supported by|involved|other involved|partner organisation|partner agency|other partner|stakeholder|contributor|consulted|
  informed|delivery partner|service|department|directorate|team|division|office|location|site|postcode|delivery stage|current stage|stage|
  priority level|urgency|high medium low|priority rating|ranking|rank|weighting|frequency|reporting frequency|calendar|direction of travel|dot|trend|
  polarity|good to be|good performance|tolerance|threshold|numerator|denominator|method|methodology|calculation|sub type|subtype|aggregation|sector|
  institution|cluster|risk rag|spend rag|spend|ilo|type|raised by|identified by|reported by|requested by|approved by|agreed by|made by|signed off by|
  sign off|signed off|authorised by|decided by|decision by|decision maker|proposed by|escalated to|escalation|checked by|verified by|completed by whom|
  closed by|monitored by|monitoring by|monitored by whom|monitoring by whom|who will monitor|who monitor|monitoring lead|monitoring officer|monitoring|
  monitoring arrangement|monitoring method|monitoring and review|monitoring evaluation|monitoring and evaluation|evaluation and monitoring|
  evaluation monitoring|monitoring and evaluating|monitoring review|review and monitoring|monitoring evaluation and review|co benefit|wider benefit|other benefit|reviewed by|review by whom|evaluated by|evaluation by whom|governor|link governor|
  date raised|date identified|date logged|date opened|date added|date of decision|decision date|date closed|date signed off|closed date|
  date of last update|date reported|raised on|opened|closed on|date resolved|outline level|outline number level|level|indent|duration|day|successor|
  constraint|percent done|percent work complete|work|baseline start|baseline finish|parent|parent id|parent key|parent item|epic link|epic|story point|
  sprint|milestone|active|task mode|wbs predecessor|cause|risk cause|root cause|trigger|effect|risk effect|consequence and effect|potential impact|
  potential consequence|likelihood score|likelihood rating|probability score|severity|severity score|gross risk|gross score|gross rating|
  gross likelihood|gross impact|net risk|net score|net rating|net likelihood|net impact|current risk|current score|current risk score|
  current risk rating|target risk|target score|target risk score|target risk rating|target likelihood|target impact|inherent likelihood|inherent impact|
  inherent score|inherent rating|inherent risk score|inherent risk rating|residual likelihood|residual impact|residual score|residual rating|
  residual risk score|residual risk rating|initial score|initial rating|initial risk|initial risk rating|pre mitigation score|post mitigation score|
  pre mitigated impact|pre mitigated likelihood|pre mitigated score|post mitigated impact|post mitigated likelihood|post mitigated score|risk level|
  risk appetite|risk tolerance|risk response|risk strategy|treat tolerate transfer terminate|4t|existing control|current control|control in place|
  key control|control|control measure|source of assurance|assurance|assurance on control|gap in control|gap in assurance|gaps|risk type|risk matrix|
  i x l|l x i|impact x likelihood|likelihood x impact|l|i|strength|weakness|barrier|challenge|blocker|obstacle|risk and barrier|risk to delivery|
  risk and issue|risk|lesson learned|lesson learnt|assumption|dependency on|good practice|impact level|impact rating score|priority score|moscow|
  must should could|quick win|short medium long|short medium long term|scale|cost band|value for money|equality impact|eia|consultation|confidential|
  public or private|key decision|target group|audience|beneficiary|who for|who is it for|age group|year group|key stage|baseline position|
  starting point|current practice|current provision|what we do now|existing provision|why|why is this important|why are we doing this|
  rationale for action|reason for action|evidence of need|self evaluation|on whom|depend on|validated|document|decision maker|decision taker`;
