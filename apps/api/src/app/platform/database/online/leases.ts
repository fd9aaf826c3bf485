import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Lease } from './lease';

/** Leases for features, which do not have the connections of the database themselves. */
@Injectable()
export class Leases {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** A lease that this process does not hold yet. Processes that give the same name compete for it. */
  of(name: string): Lease {
    return new Lease(this.database, name);
  }
}
