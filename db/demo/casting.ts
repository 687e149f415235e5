import { ABSENT, LOGINS, STAFF_PARTS, STAGE, UNLINKED_TEACHER } from './content/cast.ts';
import { STAFF } from './content/staff.ts';
import type { DemoParent, DemoPupil } from './families.ts';
import type { DemoChild, DemoPart } from './people.ts';
import type { DemoSchool } from './school.ts';

type Names = { lastName: string; firstName: string };

/** A part with who plays it; the father's code is not made yet. */
export type Casting = {
  key: string;
  name: Names;
  /** Of a parent. */
  pupilKeys: readonly string[];
  part: DemoPart;
};

/** Who of the school plays which part, in the order of the page. */
export function castingOf({ pupils, parents }: DemoSchool): Casting[] {
  const [mother, father] = parents;
  if (!mother || !father) {
    throw new Error('the demo has no parents');
  }
  const children = childrenOf(mother, pupils);
  const { class: className, gradeOneClass } = STAGE;
  const staged = pupils.filter((pupil) => pupil.class === className).map(({ key }) => key);
  return [
    employee(STAFF_PARTS.subjectTeacher, {
      is: 'subject-teacher',
      ...{ className, subject: STAGE.subject, pupil: ABSENT.subject },
    }),
    parent(mother, { is: 'mother', children }),
    employee(STAFF_PARTS.classTeacher, {
      is: 'class-teacher',
      ...{ className, subject: STAGE.otherSubject, pupil: ABSENT.otherSubject },
    }),
    // His code is for the child whom the visitor's teachers have.
    parent(
      { ...father, pupilKeys: father.pupilKeys.filter((key) => staged.includes(key)) },
      { is: 'father', children, code: '' },
    ),
    employee(STAFF_PARTS.gradeOneTeacher, {
      is: 'grade-one-teacher',
      className: gradeOneClass,
      subject: STAGE.gradeOneSubject,
      pupil: unmistakable(pupils.filter((pupil) => pupil.class === gradeOneClass)),
    }),
    employee(STAFF_PARTS.deputyHead, { is: 'deputy-head', ...LOGINS.deputyHead }),
    employee(STAFF_PARTS.administrator, {
      is: 'administrator',
      ...LOGINS.administrator,
      colleague: staffMember(UNLINKED_TEACHER).lastName,
    }),
  ];
}

function employee(key: string, part: DemoPart): Casting {
  const { lastName, firstName } = staffMember(key);
  return { key, name: { lastName, firstName }, pupilKeys: [], part };
}

function parent({ key, lastName, firstName, pupilKeys }: DemoParent, part: DemoPart): Casting {
  return { key, name: { lastName, firstName }, pupilKeys, part };
}

function staffMember(key: string) {
  const member = STAFF.find((one) => one.key === key);
  if (!member) {
    throw new Error(`the demo has no ${key} on its staff`);
  }
  return member;
}

function childrenOf({ pupilKeys }: DemoParent, pupils: readonly DemoPupil[]): DemoChild[] {
  return pupils
    .filter(({ key }) => pupilKeys.includes(key))
    .map(({ firstName, class: className }) => ({ firstName, className }));
}

/** The first surname of a list that is not the beginning of anybody else's. */
function unmistakable(pupils: readonly DemoPupil[]): string {
  const alone = pupils.find(
    (pupil) =>
      !pupils.some((other) => other !== pupil && other.lastName.startsWith(pupil.lastName)),
  );
  return alone?.lastName ?? '';
}
