import type { View } from "../../view.ts";
import { checkpointsView } from "./checkpoints.ts";
import { conflictsView } from "./conflicts.ts";
import { documentsView } from "./documents.ts";
import { measurementsView } from "./measurements.ts";
import { programmeView } from "./programme.ts";
import { requirementsView } from "./requirements.ts";
import { risksView } from "./risks.ts";
import { signOffView } from "./sign-off.ts";
import { stageView } from "./stage.ts";
import { statusView } from "./status.ts";
import { syncConvocationView } from "./syncs/convocation.ts";
import { syncMinutesView } from "./syncs/minutes.ts";
import { teamView } from "./team.ts";
import { timelineView } from "./timeline.ts";
import { workItemView } from "./work-item.ts";

/** The reports of a programme, in the order in which people read them. */
export const reportViews: readonly View[] = [
  programmeView,
  statusView,
  stageView,
  workItemView,
  timelineView,
  checkpointsView,
  signOffView,
  syncConvocationView,
  syncMinutesView,
  measurementsView,
  documentsView,
  teamView,
  risksView,
  conflictsView,
  requirementsView,
];
