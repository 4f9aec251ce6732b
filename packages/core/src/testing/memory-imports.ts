import type { RejectReason } from '@kesheng/contracts/intake/records'
import type { Text } from '../errors/errors.ts'
import { analysisJobId } from '../intake/analysis-job-id.ts'
import type {
  BatchCommit,
  BatchCounts,
  ImportRecord,
  ImportRepository,
  IntakeBatch,
  IntakeRepository,
  Source,
  Upload,
} from '../intake/ports.ts'
import type { AnalyseDayJob, AttributeJob, JobName, JobPayloads, JobQueue } from '../queue/ports.ts'

/** Imports in memory. `beforeCall` may throw to play a crash. */
export class MemoryImports implements ImportRepository {
  readonly uploads = new Map<string, Upload>()
  readonly records = new Map<string, ImportRecord>()
  readonly sourceList: Source[] = []
  readonly rejectList = new Map<string, RejectReason[]>()
  private readonly touchedKeys = new Map<string, Set<string>>()
  private readonly doneJobs = new Set<string>()
  beforeCall: (name: string) => void = () => undefined

  async addUpload(upload: Upload) {
    this.uploads.set(upload.id, upload)
  }
  async upload(_tenantId: string, id: string) {
    return this.uploads.get(id) ?? null
  }
  async ensureSource(source: Omit<Source, 'createdAt'>, now: number) {
    const known = this.sourceList.find((other) => other.id === source.id)
    if (known) return known
    const created = { ...source, createdAt: now }
    this.sourceList.push(created)
    return created
  }
  async sources() {
    return this.sourceList
  }
  async changeSource() {
    return null
  }
  async deleteSource(_tenantId: string, id: string) {
    const index = this.sourceList.findIndex((source) => source.id === id)
    if (index >= 0) this.sourceList.splice(index, 1)
  }
  async create(record: ImportRecord) {
    this.records.set(record.id, { ...record })
  }
  async get(_tenantId: string, id: string) {
    this.beforeCall('get')
    const record = this.records.get(id)
    return record === undefined ? null : { ...record }
  }
  async list() {
    return [...this.records.values()]
  }
  async listBySource(_tenantId: string, sourceId: string) {
    return [...this.records.values()].filter((record) => record.sourceId === sourceId)
  }
  async commitBatch(commit: BatchCommit) {
    this.beforeCall('commitBatch')
    const record = this.records.get(commit.importId)
    if (record === undefined || record.batches !== commit.batch) return false
    for (const key of Object.keys(commit.counts) as (keyof BatchCounts)[]) record[key] += commit.counts[key]
    record.batches++
    record.bytesRead = commit.bytesRead
    this.rejectList.set(commit.importId, [...(this.rejectList.get(commit.importId) ?? []), ...commit.rejects])
    const keys = this.touchedKeys.get(commit.importId) ?? new Set<string>()
    for (const { day, bucket } of commit.touched) keys.add(`${day}/${bucket}`)
    this.touchedKeys.set(commit.importId, keys)
    return true
  }
  async touched(importId: string) {
    const days = new Map<number, number[]>()
    for (const key of this.touchedKeys.get(importId) ?? []) {
      const [day = 0, bucket = 0] = key.split('/').map(Number)
      days.set(day, [...(days.get(day) ?? []), bucket])
    }
    return [...days].map(([day, buckets]) => ({ day, buckets }))
  }
  async transition(
    id: string,
    from: ImportRecord['state'][],
    to: ImportRecord['state'],
    change: { now: number; error?: Text; toAnalyse?: number },
  ) {
    this.beforeCall('transition')
    const record = this.records.get(id)
    if (record === undefined || !from.includes(record.state)) return false
    record.state = to
    if (change.toAnalyse !== undefined) record.toAnalyse = change.toAnalyse
    record.error = change.error ?? null
    return true
  }
  async analysisDone(importId: string, jobId: string) {
    const record = this.records.get(importId)
    if (record === undefined || this.doneJobs.has(`${importId}/${jobId}`)) return
    this.doneJobs.add(`${importId}/${jobId}`)
    record.analysed++
    if (record.state === 'analysing' && record.analysed >= record.toAnalyse) record.state = 'done'
  }
  async analysedJobs(importId: string) {
    const prefix = `${importId}/`
    return [...this.doneJobs].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  }
  async *rejects(importId: string) {
    yield this.rejectList.get(importId) ?? []
  }
  async unfinished() {
    return [...this.records.values()].filter((record) => record.state === 'running')
  }
  async unanalysed() {
    return [...this.records.values()].filter(
      (record) => record.state === 'failed' && record.analysed < record.toAnalyse,
    )
  }
  async saveMapping() {
    return ''
  }
  async mappings() {
    return []
  }
}

/** Keeps what was sent. */
export class MemoryQueue implements Pick<JobQueue, 'send'> {
  readonly sent: { name: JobName; payload: JobPayloads[JobName] }[] = []
  beforeCall: (name: string) => void = () => undefined

  async send<N extends JobName>(name: N, payloads: readonly JobPayloads[N][]) {
    this.beforeCall('send')
    for (const payload of payloads) this.sent.push({ name, payload })
  }
  /** Distinct units of work of one name. */
  jobs<N extends 'analyse-day' | 'attribute'>(name: N): JobPayloads[N][] {
    const ofName = this.sent.filter((job) => job.name === name).map((job) => job.payload as JobPayloads[N])
    return [...new Map(ofName.map((payload) => [analysisJobId(name, payload), payload])).values()]
  }
}

type StoredBatch = NonNullable<Awaited<ReturnType<IntakeRepository['get']>>>

/** Intake batches in memory; `finish` hands its follow-up jobs to the queue. */
export class MemoryIntake implements IntakeRepository {
  readonly batches = new Map<string, StoredBatch>()
  private readonly queue: MemoryQueue

  constructor(queue: MemoryQueue) {
    this.queue = queue
  }

  async accept(batch: IntakeBatch) {
    const known = [...this.batches.values()].find(
      (other) => other.tenantId === batch.tenantId && other.idempotencyKey === batch.idempotencyKey,
    )
    if (known) return { batch: known, replayed: true }
    this.batches.set(batch.id, { ...batch, state: 'accepted', duplicates: 0, finishedAt: null })
    return { batch, replayed: false }
  }
  async get(_tenantId: string, id: string) {
    return this.batches.get(id) ?? null
  }
  async finish(
    id: string,
    counts: BatchCounts,
    jobs: { analyse: AnalyseDayJob[]; attribute: AttributeJob[] },
    now: number,
  ) {
    const batch = this.batches.get(id)
    if (batch === undefined || batch.state === 'done') return false
    Object.assign(batch, { state: 'done', duplicates: counts.duplicates, finishedAt: now })
    await this.queue.send('analyse-day', jobs.analyse)
    await this.queue.send('attribute', jobs.attribute)
    return true
  }
}
