import { Module } from '@nestjs/common';
import { BrokenGlassController } from './broken-glass.controller.js';
import { BrokenGlassService } from './broken-glass.service.js';
import { OfficeController } from './office.controller.js';
import { OfficeService } from './office.service.js';
import { TeamsController } from './teams.controller.js';
import { TeamsService } from './teams.service.js';
import { WallsController } from './walls.controller.js';
import './walls.errors.js';
import { WallsService } from './walls.service.js';

/** Who is on whose team, for any process: the demo office puts people on teams too. */
@Module({ providers: [TeamsService], exports: [TeamsService] })
export class TeamsModule {}

/** Who may see a person: teams, walls, broken glass and what the office decides. That it is so is PostgreSQL's part. */
@Module({
  imports: [TeamsModule],
  providers: [WallsService, BrokenGlassService, OfficeService],
  controllers: [TeamsController, WallsController, BrokenGlassController, OfficeController],
})
export class WallsHttpModule {}
