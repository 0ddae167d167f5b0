import type { Generated } from 'kysely';
import type { Access, ActKind } from '../src/acts/act.ts';
import type { ChannelKind } from '../src/notices/channel.ts';
import type { DeliveryKind, EventKind } from '../src/notices/event.ts';
import type { LetterKind } from '../src/notices/mail/kind.ts';
import type { JudgeKind, Moderation } from '../src/sites/site.ts';

/** The row types of `db/migrations`; a test holds them against the real columns on both runtimes. */
export interface Schema {
  sites: {
    id: string;
    name: string;
    language: Generated<'vi' | 'en'>;
    origins: Generated<string>;
    moderation: Generated<Moderation>;
    pace: Generated<'on' | 'off'>;
    max_length: Generated<number>;
    close_after_days: Generated<number>;
    created_at: number;
    hold_abuse_at: Generated<number>;
    hold_spam_at: Generated<number>;
    learning: Generated<'on' | 'off'>;
    captcha: Generated<'on' | 'auto' | 'picture' | 'work' | 'off'>;
    article_per_hour: Generated<number>;
    site_per_hour: Generated<number>;
    reject_reasons: Generated<string>;
    newsroom_name: Generated<string>;
    reserved_names: Generated<string>;
    version: Generated<number>;
    retention_days: Generated<number>;
    erased_until: Generated<number>;
    article_query: Generated<string>;
    likes: Generated<'on' | 'off'>;
    reply_depth: Generated<0 | 1>;
    notice: Generated<string>;
    privacy_url: Generated<string>;
    consent: Generated<'off' | 'notice' | 'ask'>;
    acts_retention_days: Generated<number>;
    alert_waiting_count: Generated<number>;
    alert_waiting_minutes: Generated<number>;
    work_held: Generated<'on' | 'off'>;
    identity: Generated<'off' | 'offered' | 'required'>;
    identity_url: Generated<string>;
    identity_words: Generated<string>;
    trusted_after: Generated<number>;
    first_held: Generated<number>;
    judge_url: Generated<string>;
    judge_kind: Generated<JudgeKind>;
    judge_model: Generated<string>;
    swearing: Generated<'hold' | 'allow-unaimed'>;
    hold_share: Generated<number>;
  };
  articles: {
    id: Generated<number>;
    site_id: string;
    key: string;
    title: Generated<string>;
    url: Generated<string>;
    open: Generated<0 | 1>;
    published_count: Generated<number>;
    created_at: number;
    version: Generated<number>;
    said_title: Generated<string>;
    said_url: Generated<string>;
    said_by: string | null;
    said_at: number | null;
    announced_at: number | null;
    moderation: Moderation | null;
    merged_into: number | null;
  };
  acts: {
    id: string;
    kind: ActKind;
    site_id: string | null;
    moderator_id: string | null;
    undoes: string | null;
    details: Generated<string>;
    created_at: number;
    ended_at: number | null;
    access: Access | null;
    account_id: string | null;
  };
  moved_articles: {
    act_id: string;
    position: number;
    from_key: string;
    to_key: string;
    alias: 0 | 1;
    state: Generated<0 | 1 | 2>;
    article_id: number | null;
    merged_into: number | null;
    swapped: Generated<0 | 1>;
  };
  moved_comments: {
    act_id: string;
    comment_id: string;
    article_id: number;
  };
  imported_comments: {
    comment_id: string;
    act_id: string;
    source: string;
    source_id: string;
  };
  article_sayings: {
    number: Generated<number>;
    article_id: number;
    title: string;
    url: string;
  };
  comments: {
    id: string;
    number: number | null;
    site_id: string;
    article_id: number;
    parent_id: string | null;
    author: string;
    email: string | null;
    body: string;
    state: 'pending' | 'published' | 'rejected' | 'spam' | 'withdrawn';
    version: Generated<number>;
    risk: number;
    sender: string;
    fingerprint: string;
    created_at: number;
    shipped_risk: number | null;
    learned_risk: number | null;
    sketch: Generated<string>;
    lesson: 'publish' | 'reject' | 'spam' | null;
    has_links: Generated<0 | 1>;
    reports: Generated<number>;
    appeal: string | null;
    appealed_at: number | null;
    saying: number | null;
    apart: Generated<0 | 1>;
    thread_id: string | null;
    badge: 'newsroom' | 'author' | 'guest' | 'verified' | null;
    likes: Generated<number>;
    reply_count: Generated<number>;
    picked_at: number | null;
    consent: string | null;
    trusted: Generated<0 | 1>;
    reviewed_by: string | null;
    judge_verdict: 'pass' | 'hold' | 'failed' | null;
    judge_ms: number | null;
  };
  judge_keys: {
    site_id: string;
    kind: 'secret' | 'api-key';
    sealed_key: string;
    sealed_old_key: string | null;
    old_key_until: Generated<number>;
    shown: string;
    created_at: number;
  };
  known_readers: {
    site_id: string;
    sender: string;
    author: string;
    last_at: number;
  };
  notices: {
    site_id: string;
    version: string;
    text: string;
    privacy_url: string;
    agreement: string;
    since: number;
  };
  likes: {
    comment_id: string;
    site_id: string;
    sender: string;
    created_at: number;
  };
  remarks: {
    number: Generated<number>;
    rule: string;
    verdict: 'pass' | 'hold' | 'refuse';
    message_vi: string;
    message_en: string;
  };
  comment_remarks: {
    comment_id: string;
    position: number;
    remark: number;
    span_start: number | null;
    span_end: number | null;
  };
  site_counts: {
    site_id: string;
    pending: Generated<number>;
    published: Generated<number>;
    rejected: Generated<number>;
    spam: Generated<number>;
    withdrawn: Generated<number>;
    reported: Generated<number>;
    apart: Generated<number>;
    appeals: Generated<number>;
    trusted: Generated<number>;
    lesson_changes: Generated<number>;
  };
  used_challenges: {
    id: string;
    expires_at: number;
    heard: Generated<number>;
    spent: Generated<0 | 1>;
    spent_by: string | null;
  };
  sender_keys: {
    site_id: string;
    created_at: number;
    key: string;
  };
  identity_keys: {
    id: string;
    site_id: string;
    sealed_secret: string;
    shown: string;
    created_at: number;
  };
  sender_notes: {
    id: string;
    site_id: string;
    sender: string;
    moderator_id: string;
    text: string;
    created_at: number;
  };
  sender_holds: {
    id: string;
    site_id: string;
    sender: string;
    moderator_id: string;
    reason: Generated<string>;
    created_at: number;
    released_by: string | null;
  };
  captcha_style: {
    id: number;
    seed: string;
  };
  captcha_fonts: {
    name: string;
    glyphs: string;
  };
  rates: {
    subject: string;
    free_at: number;
  };
  idempotency_keys: {
    site_id: string;
    key: string;
    request_hash: string;
    comment_id: string;
    state: 'pending' | 'published';
    created_at: number;
  };
  moderators: {
    id: string;
    name: string;
    password: string;
    role: 'owner' | 'moderator';
    all_sites: 0 | 1;
    language: Generated<'vi' | 'en'>;
    created_at: number;
    keys: string | null;
    disabled_at: number | null;
  };
  moderator_sites: {
    moderator_id: string;
    site_id: string;
  };
  credentials: {
    hash: string;
    moderator_id: string;
    kind: 'session' | 'token';
    created_at: number;
    expires_at: number | null;
    browser: Generated<string>;
    seen_at: number | null;
    name: Generated<string>;
    scope: 'read' | 'moderate' | 'site' | null;
    ends_at: number | null;
  };
  identities: {
    issuer: string;
    subject: string;
    moderator_id: string;
    created_at: number;
    seen_at: number;
    shut_at: number | null;
  };
  returned_sign_ins: {
    hash: string;
    expires_at: number;
  };
  setup_links: {
    hash: string;
    expires_at: number;
  };
  decisions: {
    id: string;
    moderator_id: string;
    action: 'publish' | 'reject' | 'spam' | 'restore' | 'undo';
    undoes: string | null;
    reason: string | null;
    note: string | null;
    created_at: number;
    filter: string | null;
    access: Access | null;
  };
  decided_comments: {
    decision_id: string;
    comment_id: string;
    from_state: Schema['comments']['state'];
    to_state: Schema['comments']['state'];
    version: number;
    from_lesson: 'publish' | 'reject' | 'spam' | null;
    to_lesson: 'publish' | 'reject' | 'spam' | null;
  };
  decision_steps: {
    decision_id: string;
    position: number;
    comment_id: string;
    version: number;
    to_state: Schema['comments']['state'];
    to_lesson: 'publish' | 'reject' | 'spam' | null;
    created_at: number;
  };
  site_words: {
    site_id: string;
    word: string;
    effect: 'hold' | 'pass';
    created_at: number;
  };
  site_models: {
    site_id: string;
    digest: string;
    basis: string;
    changes: number;
    lessons: number;
    made_at: number;
    model: string;
  };
  sketch_parts: {
    day: number;
    site_id: string;
    part: string;
    comment_id: string;
    sketch: string;
  };
  attempts: {
    subject: string;
    window_start: number;
    count: number;
    expires_at: number;
  };
  words_made_anew: {
    id: number;
    left_until: number;
  };
  views: {
    id: string;
    moderator_id: string;
    site_id: string | null;
    name: string;
    asked: string;
    shared: Generated<0 | 1>;
    position: number;
    created_at: number;
  };
  channels: {
    id: string;
    site_id: string;
    kind: ChannelKind;
    sealed_url: string;
    shown: string;
    events: string;
    grouped: 0 | 1;
    sealed_secret: string | null;
    sealed_old_secret: string | null;
    old_secret_until: Generated<number>;
    paused_at: number | null;
    told_at: Generated<number>;
    failures: Generated<number>;
    failing_since: number | null;
    rests_until: Generated<number>;
    dropped: Generated<number>;
    created_at: number;
    gone: Generated<0 | 1>;
  };
  alerts: {
    site_id: string;
    told_at: number;
  };
  events: {
    number: Generated<number>;
    id: string;
    site_id: string;
    kind: EventKind;
    comment_id: string | null;
    decision_id: string | null;
    state: string | null;
    version: number | null;
    created_at: number;
  };
  deliveries: {
    channel_id: string;
    event_id: string;
    kind: DeliveryKind;
    comment_id: string | null;
    decision_id: string | null;
    state: string | null;
    version: number | null;
    importance: number;
    created_at: number;
    status: Generated<'waiting' | 'delivered' | 'failed' | 'dropped'>;
    tries: Generated<number>;
    due_at: number;
    tried_at: number | null;
    answer: string | null;
    waits_since: number | null;
  };
  letters: {
    id: string;
    kind: LetterKind;
    site_id: string | null;
    comment_id: string | null;
    moderator_id: string | null;
    mailbox: string | null;
    details: string | null;
    created_at: number;
    status: Generated<'waiting' | 'delivered' | 'failed'>;
    tries: Generated<number>;
    due_at: number;
    tried_at: number | null;
    answer: string | null;
  };
  mailboxes: {
    mailbox: string;
    asked_at: number;
    refused_at: number | null;
  };
  mailbox_answers: {
    site_id: string;
    mailbox: string;
    answer: 'yes' | 'no';
    answered_at: number;
  };
  followed_comments: {
    comment_id: string;
    site_id: string;
    mailbox: string;
  };
  hush: {
    one: number;
  };
  told_replies: {
    comment_id: string;
    letter_id: string;
  };
  moderator_mailboxes: {
    moderator_id: string;
    email: string;
    mailbox: string;
    answer: 'asked' | 'yes' | 'no';
    written: Generated<number>;
  };
  digests: {
    moderator_id: string;
    site_id: string;
    choice: 'never' | 'waiting' | 'daily';
    minutes: number;
    minute_of_day: number;
    appeals: 0 | 1;
    reports: 0 | 1;
    told_at: number;
    appealed_at: number | null;
    reported_at: number | null;
  };
  name_attempts: {
    name_group: Generated<number>;
    window_start: Generated<number>;
    count: Generated<number>;
  };
  reports: {
    comment_id: string;
    sender: string;
    reason: 'insult' | 'spam' | 'false' | 'private' | 'other';
    details: Generated<string>;
    created_at: number;
    settled_by: string | null;
  };
  kept_evidence: {
    comment_id: string;
    author: string;
    body: string;
    taken_back_at: number;
  };
  claims: {
    comment_id: string;
    moderator_id: string;
    expires_at: number;
  };
  edits: {
    id: string;
    comment_id: string;
    moderator_id: string;
    author_before: string;
    body_before: string;
    created_at: number;
  };
  blocks: {
    site_id: string;
    sender: string;
    moderator_id: string;
    created_at: number;
    expires_at: number;
  };
  hourly_counts: {
    site_id: string;
    hour: number;
    arrived: Generated<number>;
    waiting: Generated<number>;
    decided: Generated<number>;
    pending: Generated<number>;
    published: Generated<number>;
    rejected: Generated<number>;
    spam: Generated<number>;
    withdrawn: Generated<number>;
  };
  article_days: {
    site_id: string;
    day: number;
    article_id: number;
    comments: Generated<number>;
    pending: Generated<number>;
    published: Generated<number>;
    refused: Generated<number>;
  };
  moderator_days: {
    site_id: string;
    day: number;
    moderator_id: string;
    published: Generated<number>;
    rejected: Generated<number>;
    spam: Generated<number>;
    restored: Generated<number>;
    undone: Generated<number>;
  };
  wait_counts: {
    site_id: string;
    day: number;
    moderator_id: string;
    step: number;
    count: Generated<number>;
    waited: Generated<number>;
  };
  rule_outcomes: {
    site_id: string;
    rule: string;
    lesson: 'publish' | 'reject' | 'spam';
    count: Generated<number>;
  };
  second_factors: {
    moderator_id: string;
    sealed_secret: string;
    confirmed_at: number | null;
    last_step: Generated<number>;
  };
  recovery_codes: {
    moderator_id: string;
    hash: string;
  };
}
