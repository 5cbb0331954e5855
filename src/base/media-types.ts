const office = 'application/vnd.openxmlformats-officedocument';

/** Media types of office files. https://www.iana.org/assignments/media-types */
export const officeTypes = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
} as const;
