/** A pupil's day: lessons with a roll call, and how many were missed by each code. */
export type AwayDay = {
  lessons: number;
  missed: { absent: number; ill: number; excused: number };
};

/**
 * The code of a day that was missed in full, null for one that wasn't: all of its lessons are
 * missed. Of several codes the one of most lessons counts; of equal ones a known reason.
 */
export function dayMissed({ lessons, missed }: AwayDay): keyof AwayDay['missed'] | null {
  const { absent, ill, excused } = missed;
  if (lessons === 0 || absent + ill + excused < lessons) {
    return null;
  }
  const most = Math.max(absent, ill, excused);
  if (ill === most) {
    return 'ill';
  }
  return excused === most ? 'excused' : 'absent';
}
