import { describe, expect, it } from 'vitest';
import { type Action, type Actor, can } from '../../db/rules/access.ts';

const actor = (of: Partial<Actor>): Actor => ({
  personId: 1,
  roles: [],
  classIds: [],
  childIds: [],
  ...of,
});

const CLASS = 7;
const PUPIL = 70;
const PEOPLE: Record<string, Actor> = {
  'class teacher': actor({ roles: ['teacher', 'class_teacher'], classIds: [CLASS] }),
  'class teacher of another': actor({ roles: ['teacher', 'class_teacher'], classIds: [8] }),
  'subject teacher': actor({ personId: 5, roles: ['teacher'] }),
  'another teacher': actor({ personId: 6, roles: ['teacher'] }),
  parent: actor({ roles: ['parent'], childIds: [PUPIL] }),
  'another parent': actor({ roles: ['parent'], childIds: [71] }),
  'deputy head': actor({ roles: ['deputy_head'] }),
  administrator: actor({ roles: ['administrator'] }),
};

const now = { classId: CLASS, pupilId: PUPIL, enrolled: true, consented: true };
const gone = { ...now, enrolled: false };
const silent = { ...now, consented: false };
const pupil = { classId: CLASS, enrolled: true, teacherIds: [5] };

/** Who may, by action and case; everybody else may not. */
const TABLE: [string, Action, object, string[]][] = [
  ['a thread', 'thread.read', now, ['class teacher', 'parent']],
  ['a thread without consent', 'thread.read', silent, ['class teacher']],
  ['a thread of a class left', 'thread.read', gone, ['parent']],
  ['writing', 'thread.write', now, ['class teacher', 'parent']],
  ['writing without consent', 'thread.write', silent, ['class teacher']],
  ['writing to a class left', 'thread.write', gone, []],
  ['a note', 'behaviour.write', pupil, ['class teacher', 'subject teacher']],
  ['a note of one who left', 'behaviour.write', { ...pupil, enrolled: false }, []],
  [
    'reading notes',
    'behaviour.read',
    now,
    ['class teacher', 'parent', 'deputy head', 'administrator'],
  ],
  [
    'reading notes without consent',
    'behaviour.read',
    silent,
    ['class teacher', 'deputy head', 'administrator'],
  ],
  ['explaining', 'excuse.write', now, ['parent']],
  ['explaining without consent', 'excuse.write', silent, []],
  ['deciding', 'absence.excuse', now, ['class teacher']],
];

describe('who may do what between school and family', () => {
  it.each(TABLE)('%s', (_, action, subject, expected) => {
    const may = can as (who: Actor, action: Action, subject: object) => boolean;
    const those = Object.keys(PEOPLE).filter((name) => {
      const who = PEOPLE[name];
      return who !== undefined && may(who, action, subject);
    });
    expect(those).toEqual(expected);
  });
});
