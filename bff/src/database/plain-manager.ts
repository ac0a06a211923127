import {
  DataSource,
  DeleteResult,
  EntityManager,
  InsertResult,
  UpdateResult,
  type EntityTarget,
  type FindManyOptions,
  type FindOneOptions,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
  type QueryRunner,
} from 'typeorm';
import { PlainStatements, type Statement, type Where } from './plain-statements.js';

/** Beside the data source: its first manager is made before it has fields of its own. */
const statementsOf = new WeakMap<DataSource, PlainStatements>();

/** A data source whose managers do the plain things plainly. */
export class PlainDataSource extends DataSource {
  override createEntityManager(runner?: QueryRunner): EntityManager {
    const statements = statementsOf.get(this) ?? new PlainStatements(this);
    statementsOf.set(this, statements);
    return new PlainManager(this, statements, runner);
  }
}

/**
 * TypeORM's manager, but for the statements of every request, whose building took it longer than MariaDB takes to answer
 * them: rows by their columns, rows in, columns set, rows away. Everything else is TypeORM's as before.
 */
class PlainManager extends EntityManager {
  constructor(
    dataSource: DataSource,
    private readonly statements: PlainStatements,
    runner: QueryRunner | undefined,
  ) {
    super(dataSource, runner);
  }

  override async find<E extends ObjectLiteral>(target: EntityTarget<E>, options?: FindManyOptions<E>): Promise<E[]> {
    return (await this.#rows(target, options ?? {})) ?? super.find(target, options);
  }

  override async findBy<E extends ObjectLiteral>(target: EntityTarget<E>, where: Where<E>): Promise<E[]> {
    return (await this.#rows(target, { where })) ?? super.findBy(target, where);
  }

  override async findOne<E extends ObjectLiteral>(
    target: EntityTarget<E>,
    options: FindOneOptions<E>,
  ): Promise<E | null> {
    const rows = await this.#rows(target, { ...options, take: 1 });
    return rows === null ? super.findOne(target, options) : (rows[0] ?? null);
  }

  override async findOneBy<E extends ObjectLiteral>(target: EntityTarget<E>, where: Where<E>): Promise<E | null> {
    const rows = await this.#rows(target, { where, take: 1 });
    return rows === null ? super.findOneBy(target, where) : (rows[0] ?? null);
  }

  override async existsBy<E extends ObjectLiteral>(target: EntityTarget<E>, where: Where<E>): Promise<boolean> {
    const statement = this.statements.exists(this.dataSource.getMetadata(target), where);
    if (statement === null) return super.existsBy(target, where);
    return (await this.#selected(statement)).length > 0;
  }

  override async insert<E extends ObjectLiteral>(
    target: EntityTarget<E>,
    given: QueryDeepPartialEntity<E> | QueryDeepPartialEntity<E>[],
  ): Promise<InsertResult> {
    const rows = Array.isArray(given) ? given : [given];
    const done = await this.#written(this.statements.insert(this.dataSource.getMetadata(target), rows));
    return done === null ? super.insert(target, given) : InsertResult.from(done);
  }

  override async update<E extends ObjectLiteral>(
    target: EntityTarget<E>,
    criteria: unknown,
    changes: QueryDeepPartialEntity<E>,
  ): Promise<UpdateResult> {
    const done = await this.#written(this.statements.update(this.dataSource.getMetadata(target), criteria, changes));
    return done === null ? super.update(target, criteria, changes) : UpdateResult.from(done);
  }

  override async delete<E extends ObjectLiteral>(target: EntityTarget<E>, criteria: unknown): Promise<DeleteResult> {
    const done = await this.#written(this.statements.delete(this.dataSource.getMetadata(target), criteria));
    return done === null ? super.delete(target, criteria) : DeleteResult.from(done);
  }

  async #rows<E extends ObjectLiteral>(target: EntityTarget<E>, options: FindManyOptions<E>): Promise<E[] | null> {
    const select = this.statements.select(this.dataSource.getMetadata(target), options);
    if (select === null) return null;
    const rows = await this.#selected(select);
    return rows.map((row) => this.statements.filled(this.create(target), select.columns, row));
  }

  async #selected({ sql, values }: Statement): Promise<readonly object[]> {
    return this.query<readonly object[]>(sql, values);
  }

  /** Null where there is no such statement, or no transaction to do it in. */
  async #written(statement: Statement | null): Promise<Parameters<typeof UpdateResult.from>[0] | null> {
    if (statement === null || this.queryRunner === undefined) return null;
    return this.queryRunner.query(statement.sql, statement.values, true);
  }
}
