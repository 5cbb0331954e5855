import type { IssuesAnswer } from './answers.js';
import { listedPanel } from './panel.js';
import type { Workspace } from './workspace.js';

/** Doubts about the figures of the listed cities as a whole: sources that differ, areas that cannot be summed. */
export async function issues(ws: Workspace): Promise<IssuesAnswer> {
  return (await listedPanel(ws)).issues;
}
