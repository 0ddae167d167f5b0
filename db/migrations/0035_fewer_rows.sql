-- What every comment leaves for a while, and nothing looks for by time but the hourly clean-up, which goes through all.
drop index rates_by_age;
drop index used_challenges_by_expiry;
drop index idempotency_keys_by_age;
