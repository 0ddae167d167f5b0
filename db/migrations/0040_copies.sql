-- What a reader whom the site vouches for likes and reported, for the copy of all that is kept of them.
create index likes_of_readers on likes (site_id, sender) where sender >= 'reader:' and sender < 'reader;';
create index reports_of_readers on reports (sender) where sender >= 'reader:' and sender < 'reader;';
