-- Whether swearing that attacks nobody is held, and which share of a site's comments, the riskiest, always is.
alter table sites add column swearing text not null default 'hold' check (swearing in ('hold', 'allow-unaimed'));
alter table sites add column hold_share real not null default 0 check (hold_share between 0 and 100);
