-- From now on the words of a comment stand in one column of their index, and of those with marks each once more: it is
-- made anew so, the newest first, and meanwhile earlier comments are found by the two columns that they have.
update words_made_anew set left_until = (select coalesce(max(number), 0) from comment_numbers);
