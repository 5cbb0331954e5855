/** What a report can be written as; the writers are in the room `print`. */
export const reportFormats = ['html', 'docx', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
