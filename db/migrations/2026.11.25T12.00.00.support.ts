import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE support_request (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    chat TEXT NOT NULL,
    text TEXT NOT NULL,
    screen TEXT,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
    answered_by_id INTEGER REFERENCES person (id),
    answered_at ${instant},
    closed_at ${instant},
    created_at ${instant} NOT NULL)`);
  await run('CREATE INDEX support_request_by_person ON support_request (person_id, created_at)');
  await run("CREATE INDEX support_request_open ON support_request (id) WHERE state = 'open'");
  await run(`CREATE TABLE support_message (
    id ${id},
    request_id INTEGER NOT NULL REFERENCES support_request (id),
    author_id INTEGER NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('asker', 'office')),
    text TEXT NOT NULL,
    sent_at ${instant} NOT NULL,
    told_at ${instant})`);
  await run('CREATE INDEX support_message_by_request ON support_message (request_id, id)');
  await run('CREATE INDEX support_message_by_author ON support_message (author_id, sent_at)');
  await run('CREATE INDEX support_message_untold ON support_message (id) WHERE told_at IS NULL');
};

export const down: Migration = async ({ run }) => {
  for (const table of ['support_message', 'support_request']) {
    await run(`DROP TABLE ${table}`);
  }
};
