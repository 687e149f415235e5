import { LANES } from '../../db/actions/queue-messages.ts';
import type { Examination } from '../../db/examine.ts';
import { ANSWER_BOUNDS, type Reading } from '../../db/meter.ts';

type Labels = Record<string, string | number>;
type Sample = [suffix: string, labels: Labels, value: number];

/** The state of a process and its database in the text format of Prometheus. */
export function metricsText(
  { trouble, operations, free }: Examination,
  { sends, answers, silence }: Reading,
): string {
  const blocks = [
    block('database_writable', 'gauge', 'Whether a write reached the disk', [
      ['', {}, trouble === null ? 1 : 0],
    ]),
    block('messenger_silence_seconds', 'gauge', 'Since the messenger last answered a fetch', [
      ['', {}, silence],
    ]),
    block(
      'sends_total',
      'counter',
      'Attempts to send a message, by how they ended',
      [...sends].map(([result, count]) => ['', { result }, count]),
    ),
    block('handler_seconds', 'histogram', 'Time from an event to its answer in the database', [
      ...ANSWER_BOUNDS.map((le, index): Sample => ['_bucket', { le }, answers.within[index] ?? 0]),
      ['_bucket', { le: '+Inf' }, answers.count],
      ['_sum', {}, answers.seconds],
      ['_count', {}, answers.count],
    ]),
    block('handler_failures_total', 'counter', 'Answers that ended in an error of ours', [
      ['', {}, answers.failed],
    ]),
  ];
  if (free !== null) {
    blocks.push(block('disk_free_bytes', 'gauge', "Left on the database's disk", [['', {}, free]]));
  }
  if (operations) {
    const { inbox, backup, jobs } = operations;
    const ofLanes = (value: 'waiting' | 'oldest') =>
      Object.entries(LANES).map(([lane, number]): Sample => {
        const found = operations.outbox.find((one) => one.lane === number);
        return ['', { lane }, found?.[value] ?? 0];
      });
    const ofJob = (job: string, value: number): Sample => ['', { job }, value];
    blocks.push(
      block('inbox_waiting', 'gauge', 'Events not answered yet', [['', {}, inbox.waiting]]),
      block('inbox_age_seconds', 'gauge', 'Age of the oldest of them', [['', {}, inbox.oldest]]),
      block('outbox_waiting', 'gauge', 'Messages not sent yet', ofLanes('waiting')),
      block('outbox_age_seconds', 'gauge', 'Age of the oldest of them', ofLanes('oldest')),
      block(
        'job_lag_seconds',
        'gauge',
        'How late the newest slot of a job was done, or is by now',
        jobs.map(({ job, late }) => ofJob(job, late)),
      ),
      block(
        'job_age_seconds',
        'gauge',
        'Since a job was last done',
        jobs.flatMap(({ job, sinceDone }) => (sinceDone === null ? [] : [ofJob(job, sinceDone)])),
      ),
      block(
        'backup_age_seconds',
        'gauge',
        'Age of the newest good backup',
        backup.age === null ? [] : [['', {}, backup.age]],
      ),
    );
  }
  return blocks.join('');
}

/** One metric: what it is, and its samples. Labels are ours: words without quotes or line ends. */
function block(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const full = `zhurnal_${name}`;
  const lines = samples.map(([suffix, labels, value]) => {
    const pairs = Object.entries(labels).map(([key, label]) => `${key}="${label}"`);
    return `${full}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}
