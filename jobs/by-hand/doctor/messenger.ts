import { advice, broken, type DoctorDeps, type Finding, good } from './finding.ts';

// A monitor's answer waits for the database, five seconds at most.
const PATIENCE_MS = 10_000;
// What an answer may take on its way, and the whole seconds of its date.
const CLOCK_OFF_S = 10;

type Health = { alarms?: string[] };

/** The token, who has the messages, the clock, and the journal itself if it runs here. */
export async function examineMessenger(deps: DoctorDeps): Promise<Finding[]> {
  const { config, texts, clock, askMessenger } = deps;
  const { doctor } = texts;
  if (config.BOT_TOKEN === undefined) {
    return [broken(doctor.demo), ...(await examineServer(deps))];
  }
  const { token, username, webhook, time } = await askMessenger(config.BOT_TOKEN);
  const off =
    time === null ? null : Math.round(Math.abs(time.getTime() - clock().getTime()) / 1000);
  const findings = off === null ? [] : [clockOf(off, doctor)];
  if (token !== 'accepted') {
    const sentence = token === 'refused' ? doctor.tokenRefused : doctor.telegramSilent;
    return [broken(sentence), ...findings, ...(await examineServer(deps))];
  }
  return [
    good(doctor.tokenGood(username)),
    webhook ? broken(doctor.webhook) : good(doctor.pollingGood),
    ...findings,
    ...(await examineServer(deps)),
  ];
}

function clockOf(off: number, doctor: DoctorDeps['texts']['doctor']): Finding {
  return off > CLOCK_OFF_S ? broken(doctor.clockOff(off)) : good(doctor.clockGood);
}

/**
 * The running journal by its own word. Of two programs with one token each cuts the other off, and a
 * journal that was cut off ends: one that runs and hears the messenger is alone.
 */
async function examineServer({ config, texts }: DoctorDeps): Promise<Finding[]> {
  const { doctor } = texts;
  const url = `http://${config.HOST}:${config.PORT}/healthz`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { alarms = [] } = (await answer.json()) as Health;
    if (alarms.length === 0) {
      return [good(doctor.running(url))];
    }
    const told = doctor.alarms(alarms.join(', '));
    return [answer.ok ? advice(told) : broken(told)];
  } catch {
    return [advice(doctor.stopped(url))];
  }
}
