import { Injectable } from '@nestjs/common';
import type {
  EditedItem,
  RegionRules,
  RulesPreview,
  RulesVersion,
  VersionState,
} from '@yiban/shared-types/administration';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { OfficersService } from '../agency/officers.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { CasesInHandService } from '../cases/cases-in-hand.service.js';
import { regionChangesFile, type RegionChanges } from '../catalogue/changes-file.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { ChangeFault, RegionVersion } from '../catalogue/region-changes.js';
import { Clock, shanghaiDate, startOfDay } from '../clock.js';
import { Database, isDuplicate } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { problem } from '../problems/problem.js';
import { faultInWords, shapeFaults } from './fault-words.js';
import { RegionVersionRow } from './region-version.entity.js';
import { leadMs, RegionVersionsService } from './region-versions.service.js';

/** Bytes of a change that a text column of both databases takes. */
const most = 60_000;

export interface AskedChange {
  readonly changes: object;
  /** `yyyy-MM-dd`: from the beginning of that day in Shanghai; today: at once. */
  readonly effectiveOn: string;
  readonly basis: string;
}

/** A region's rules changed as data: seen first, then on file with who, when and why, in effect when their day comes. */
@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly catalogue: CatalogueService,
    private readonly versions: RegionVersionsService,
    private readonly cases: CasesInHandService,
    private readonly officers: OfficersService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The region as it stands on that day, and every version on file. */
  async rules({ region }: OfficerCaller, on: string | undefined): Promise<RegionRules> {
    const state = this.catalogue.asOf(region, this.#instant(on));
    const { name, agency, address, hours, phone, complaintPhone, delivery, offices = [] } = state.region;
    const rows = await this.versions.ofRegion(this.database.read, region);
    return {
      newest: rows[0]?.ordinal ?? 0,
      name,
      contacts: { agency, address, hours, phone, complaintPhone, delivery, offices },
      items: state.items.map((item) => ({ id: item.id, name: item.name })),
      versions: await this.#views(region, rows),
    };
  }

  /** What can be changed of an item, as it stands on that day. Throws `unknown-item`. */
  item({ region }: OfficerCaller, id: string, on: string | undefined): EditedItem {
    const item = this.catalogue.asOf(region, this.#instant(on)).items.find((one) => one.id === id);
    if (item === undefined) throw problem('unknown-item');
    const { name, summary, description, eligibility, process, channels, onSite, timeLimit, statutoryLimit, materials } =
      item;
    return {
      id,
      name,
      statutoryLimit,
      fields: { summary, description, eligibility, process, channels, onSite, timeLimit, materials },
    };
  }

  /** How the change would read. Throws `rules-invalid` with every fault, `rules-unchanged`, `effective-date-past`. */
  async preview({ region }: OfficerCaller, asked: AskedChange): Promise<RulesPreview> {
    await this.versions.refresh();
    const version = this.#version(region, asked, 0);
    const named = new Set(Object.keys(version.changes.items ?? {}));
    const items = this.catalogue.withVersion(region, version);
    if (items.length === 0) throw problem('rules-unchanged');
    return {
      items: items.map(({ after, differences }) => ({
        id: after.id,
        name: after.name,
        differences,
        page: named.has(after.id) || named.size === 0 ? after : null,
      })),
      ...(await this.cases.count(region, named.size === 0 ? null : [...named])),
    };
  }

  /** Puts the change on file. Throws as `preview`, and `stale-rules` where another was put on file meanwhile. */
  async publish(officer: OfficerCaller, key: string, asked: AskedChange, over: number): Promise<RulesVersion> {
    const { region, officerId } = officer;
    return this.idempotency.run(
      { callerId: officerId, key, deed: 'rules', body: { ...asked, over } },
      async () => {
        await this.versions.refresh();
        const ordinal = over + 1;
        const version = this.#version(region, asked, ordinal);
        if (this.catalogue.withVersion(region, version).length === 0) throw problem('rules-unchanged');
        await this.audit.recordOfficer(officer, { deed: 'rules.change', detail: [String(ordinal)] });
        return async (tx) => {
          const [newest] = await this.versions.ofRegion(tx, region);
          if ((newest?.ordinal ?? 0) !== over) throw problem('stale-rules');
          try {
            await tx.insert(RegionVersionRow, {
              region,
              ordinal,
              effectiveAt: version.effectiveAt,
              basis: version.basis,
              changes: JSON.stringify(version.changes),
              officerId,
              madeAt: this.clock.now().toISOString(),
              cancelledAt: null,
              cancelledBy: null,
            });
          } catch (error) {
            if (isDuplicate(error)) throw problem('stale-rules');
            throw error;
          }
          return String(ordinal);
        };
      },
      async (ordinal) => {
        await this.versions.refresh();
        return this.#one(region, Number(ordinal));
      },
    );
  }

  /** Takes a version back before it takes effect. Throws `version-not-found`, `version-in-effect`. */
  async cancel(officer: OfficerCaller, ordinal: number): Promise<RulesVersion> {
    const { region, officerId } = officer;
    await this.audit.recordOfficer(officer, { deed: 'rules.cancel', detail: [String(ordinal)] });
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const row = await tx.findOneBy(RegionVersionRow, { region, ordinal });
      if (row === null) throw problem('version-not-found');
      if (row.cancelledAt !== null) return;
      // Other processes must read of it before its time.
      if (row.effectiveAt <= new Date(now.getTime() + leadMs).toISOString()) throw problem('version-in-effect');
      const cancelled = { cancelledAt: now.toISOString(), cancelledBy: officerId };
      await tx.update(RegionVersionRow, { region, ordinal }, cancelled);
    });
    await this.versions.refresh();
    return this.#one(region, ordinal);
  }

  #version(region: string, { changes, effectiveOn, basis }: AskedChange, ordinal: number): RegionVersion {
    if (Buffer.byteLength(JSON.stringify(changes)) > most) throw problem('body-too-large');
    const parsed = regionChangesFile.safeParse(changes);
    if (!parsed.success) throw problem('rules-invalid', { errors: shapeFaults(parsed.error.issues) });
    const version = { ordinal, effectiveAt: this.#effectiveAt(effectiveOn), basis: basis.trim(), changes: parsed.data };
    const faults = this.catalogue.faultsWith(region, version);
    if (faults.length > 0) throw problem('rules-invalid', { errors: this.#told(region, parsed.data, faults) });
    return version;
  }

  #told(region: string, changes: RegionChanges, faults: readonly ChangeFault[]): readonly ProblemDetail[] {
    const items = this.catalogue.items(region);
    return faults.map((fault) => {
      const item = items.find(({ id }) => id === fault.item);
      return faultInWords(fault, item ?? null, changes.items?.[fault.item]?.materials ?? null);
    });
  }

  #effectiveAt(effectiveOn: string): string {
    const now = this.clock.now();
    const today = shanghaiDate(now);
    if (effectiveOn < today || !isDay(effectiveOn)) throw problem('effective-date-past');
    return effectiveOn === today ? new Date(now.getTime() + leadMs).toISOString() : startOfDay(effectiveOn);
  }

  #instant(on: string | undefined): string {
    if (on === undefined || !isDay(on)) return this.clock.now().toISOString();
    // What takes effect in the course of today is in it.
    const begins = startOfDay(on);
    const soon = new Date(this.clock.now().getTime() + leadMs).toISOString();
    return begins > soon ? begins : soon;
  }

  async #one(region: string, ordinal: number): Promise<RulesVersion> {
    const rows = await this.versions.ofRegion(this.database.read, region);
    const view = (await this.#views(region, rows)).find((one) => one.ordinal === ordinal);
    if (view === undefined) throw problem('version-not-found');
    return view;
  }

  async #views(region: string, rows: readonly RegionVersionRow[]): Promise<readonly RulesVersion[]> {
    const names = await this.officers.names(
      this.database.read,
      rows.map(({ officerId }) => officerId),
    );
    const now = this.clock.now().toISOString();
    const current = this.catalogue.versionInEffect(region);
    const items = new Map(this.catalogue.items(region).map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      ordinal: row.ordinal,
      madeAt: row.madeAt,
      by: names.get(row.officerId) ?? '',
      basis: row.basis,
      effectiveAt: row.effectiveAt,
      state: stateOf(row, current, now),
      touches: touched(regionChangesFile.parse(JSON.parse(row.changes)), items),
    }));
  }
}

function stateOf({ cancelledAt, effectiveAt, ordinal }: RegionVersionRow, current: number, now: string): VersionState {
  if (cancelledAt !== null) return 'cancelled';
  if (effectiveAt > now) return 'pending';
  return ordinal === current ? 'in-effect' : 'superseded';
}

const fieldWords: Readonly<Record<string, string>> = {
  summary: '一句话说明',
  description: '事项简述',
  eligibility: '谁可以办',
  process: '怎么办',
  channels: '办理方式',
  onSite: '窗口办理的说明',
  timeLimit: '办理时限',
  materials: '办理材料',
  agency: '经办机构',
  address: '地址',
  hours: '办事时间',
  phone: '咨询电话',
  complaintPhone: '投诉电话',
  delivery: '结果送达',
  offices: '窗口',
};

function touched({ region = {}, items = {} }: RegionChanges, names: ReadonlyMap<string, string>): readonly string[] {
  const words = (fields: object): string =>
    Object.keys(fields)
      .map((field) => fieldWords[field] ?? field)
      .join('、');
  return [
    ...(Object.keys(region).length === 0 ? [] : [`机构和窗口：${words(region)}`]),
    ...Object.entries(items).map(([id, fields]) => `${names.get(id) ?? id}：${words(fields)}`),
  ];
}

const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
