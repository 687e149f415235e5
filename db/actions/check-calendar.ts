import { Op } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { AcademicYear } from '../models/academic-year.ts';
import type { Term } from '../models/term.ts';
import type { Tx } from '../open.ts';
import { overlap, termsClash } from '../rules/overlap.ts';

/**
 * Refuses a term as it is about to be stored if it lies outside its year, if the year is closed, or
 * if some grade would be in two terms at once. What isn't filled in yet is left to the schema.
 */
export async function checkTerm({ db: { models }, transaction }: Tx, term: Term): Promise<void> {
  const { id, academicYearId, startsOn, endsOn, minGrade, maxGrade } = term;
  const year = await models.AcademicYear.findByPk(academicYearId, { transaction });
  if (!year || !startsOn || !endsOn) {
    return;
  }
  if (year.state === 'closed') {
    throw new Refusal('year-closed', { year: year.name });
  }
  if (startsOn < year.startsOn || endsOn > year.endsOn) {
    throw new Refusal('term-outside-year', { from: year.startsOn, until: year.endsOn });
  }
  const others = await models.Term.findAll({
    where: { academicYearId, ...(id ? { id: { [Op.ne]: id } } : {}) },
    transaction,
  });
  const other = others.find((one) => termsClash(one, { startsOn, endsOn, minGrade, maxGrade }));
  if (other) {
    throw new Refusal('terms-overlap', { from: other.startsOn, until: other.endsOn });
  }
}

/** Refuses a year as it is about to be stored if it has a day in common with another. */
export async function checkYear(
  { db: { models }, transaction }: Tx,
  { id, startsOn, endsOn }: Pick<AcademicYear, 'startsOn' | 'endsOn'> & { id?: number },
): Promise<void> {
  if (!startsOn || !endsOn) {
    return;
  }
  const others = await models.AcademicYear.findAll({
    where: id ? { id: { [Op.ne]: id } } : {},
    transaction,
  });
  const other = others.find((one) => overlap(one, { startsOn, endsOn }));
  if (other) {
    throw new Refusal('years-overlap', { year: other.name });
  }
}
