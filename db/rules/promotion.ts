/** What becomes of a pupil at the end of a year: the next grade, the same one again, or leaving. */
export const FATES = ['moves', 'repeats', 'leaves'] as const;
export type Fate = (typeof FATES)[number];

export type EndingPupil = {
  pupilId: number;
  /** Orders the lists of the new classes. */
  name: string;
  fate: Fate;
};

export type EndingClass = {
  classId: number;
  grade: number;
  letter: string;
  classTeacherId: number | null;
  pupils: readonly EndingPupil[];
};

/** A class of the next year. */
export type PromotedClass = {
  grade: number;
  letter: string;
  /** The class that goes on in it; null where it is there for repeaters alone. */
  from: number | null;
  classTeacherId: number | null;
  /** In the order of its list. */
  pupilIds: number[];
};

const LAST_GRADE = 11;
// From here on school may be left with a certificate.
const FIRST_LEAVING_GRADE = 9;

/** What becomes of a pupil of whom nothing was decided. */
export function usualFate(grade: number): Fate {
  return grade >= LAST_GRADE ? 'leaves' : 'moves';
}

/** The fate a tap chooses instead of this one; the last grade has nowhere to move to. */
export function otherFate(fate: Fate, grade: number): Fate {
  const open = FATES.filter((one) => one !== 'moves' || grade < LAST_GRADE);
  return open[(open.indexOf(fate) + 1) % open.length] ?? usualFate(grade);
}

/** Whether a whole class may leave at once. */
export function mayGraduate(grade: number): boolean {
  return grade >= FIRST_LEAVING_GRADE;
}

/**
 * The classes of the next year: each goes on under its letter with who moves. Who repeats joins the
 * class of the same grade and letter, else the first one of that grade, else one made for them. A
 * class that nobody moves on from is not made.
 */
export function promote(classes: readonly EndingClass[]): PromotedClass[] {
  const ordered = [...classes].sort((a, b) => a.grade - b.grade || compare(a.letter, b.letter));
  const made = ordered.flatMap((klass) => {
    const pupils = klass.pupils.filter(({ fate }) => fate === 'moves');
    const { classId: from, letter, classTeacherId } = klass;
    return pupils.length > 0
      ? [{ grade: klass.grade + 1, letter, from, classTeacherId, pupils }]
      : [];
  }) as (Omit<PromotedClass, 'pupilIds'> & { pupils: EndingPupil[] })[];
  for (const { grade, letter, pupils } of ordered) {
    const repeaters = pupils.filter(({ fate }) => fate === 'repeats');
    const ofGrade = made.filter((one) => one.grade === grade);
    const joined = ofGrade.find((one) => one.letter === letter) ?? ofGrade[0];
    if (joined) {
      joined.pupils = [...joined.pupils, ...repeaters];
    } else if (repeaters.length > 0) {
      made.push({ grade, letter, from: null, classTeacherId: null, pupils: repeaters });
    }
  }
  return made
    .sort((a, b) => a.grade - b.grade || compare(a.letter, b.letter))
    .map(({ pupils, ...klass }) => ({
      ...klass,
      pupilIds: pupils.sort((a, b) => compare(a.name, b.name)).map(({ pupilId }) => pupilId),
    }));
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'ru');
}
