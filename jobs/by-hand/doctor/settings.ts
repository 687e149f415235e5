import { timeOf } from '../../../db/days.ts';
import { advice, broken, type DoctorDeps, type Finding, good } from './finding.ts';

/** The settings: they could be read, or nothing of this would run. */
export function examineSettings({ config, place, texts, clock }: DoctorDeps): Finding[] {
  const { doctor } = texts;
  const { TIMEZONE, SESSION_SECRET, PUBLIC_URL } = config;
  return [
    good(doctor.settingsGood),
    good(doctor.timezone(TIMEZONE, timeOf(clock(), TIMEZONE))),
    SESSION_SECRET ? good(doctor.sessionSecretGood) : advice(doctor.sessionSecretOwn),
    place.ownKey ? good(doctor.backupKeyGood) : advice(doctor.backupKeyOwn),
    addressOf(PUBLIC_URL, doctor),
  ];
}

function addressOf(url: string | undefined, doctor: DoctorDeps['texts']['doctor']): Finding {
  if (url === undefined) {
    return advice(doctor.publicUrlMissing);
  }
  return url.startsWith('https:') ? good(doctor.publicUrlGood) : broken(doctor.publicUrlPlain);
}
