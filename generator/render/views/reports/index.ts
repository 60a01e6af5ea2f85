import type { View } from "../../view.ts";
import { checkpointsView } from "./checkpoints.ts";
import { conflictsView } from "./conflicts.ts";
import { axisView } from "./evidence/axis.ts";
import { baselineView } from "./evidence/baseline.ts";
import { capacityView } from "./evidence/capacity.ts";
import { comparisonView } from "./evidence/comparison.ts";
import { measurementsView } from "./evidence/measurements.ts";
import { executiveKickoffView } from "./kickoffs/executive-kickoff.ts";
import { sprintKickoffView } from "./kickoffs/sprint-kickoff.ts";
import { checklistView } from "./lists/checklist.ts";
import { checklistsView } from "./lists/checklists.ts";
import { documentsView } from "./lists/documents.ts";
import { risksView } from "./lists/risks.ts";
import { notificationView } from "./people/notification.ts";
import { raciView } from "./people/raci.ts";
import { readingView } from "./people/reading.ts";
import { teamView } from "./people/team.ts";
import { dayByDayView } from "./plan/day-by-day.ts";
import { planChangeView } from "./plan/plan-change.ts";
import { timelineView } from "./plan/timeline.ts";
import { programmeView } from "./programme.ts";
import { requirementsView } from "./requirements.ts";
import { signOffView } from "./sign-off.ts";
import { stageView } from "./stage.ts";
import { statusView } from "./status.ts";
import { summaryView } from "./summary.ts";
import { syncConvocationView } from "./syncs/convocation.ts";
import { syncMinutesView } from "./syncs/minutes.ts";
import { workItemView } from "./work-item.ts";

/** The reports of a programme, in the order in which people read them. */
export const reportViews: readonly View[] = [
  programmeView,
  summaryView,
  statusView,
  executiveKickoffView,
  sprintKickoffView,
  stageView,
  workItemView,
  timelineView,
  dayByDayView,
  planChangeView,
  checkpointsView,
  signOffView,
  syncConvocationView,
  syncMinutesView,
  notificationView,
  measurementsView,
  baselineView,
  comparisonView,
  axisView,
  capacityView,
  documentsView,
  readingView,
  checklistView,
  checklistsView,
  teamView,
  raciView,
  risksView,
  conflictsView,
  requirementsView,
];
