export { type Advice, type AdviceReason, adviceOf, adviceReasons } from './advice.js';
export {
  confidenceOf,
  courseOf,
  type GradeRules,
  type PopulationChange,
  type PopulationCourse,
  type PopulationGrade,
  populationChange,
  populationCourses,
  populationGradeOf,
  populationGrades,
} from './change.js';
export {
  type Cohorts,
  projectCohorts,
  type ServiceAmount,
  type ServiceNeed,
  serviceNeed,
} from './cohorts.js';
export {
  type Ageing,
  ageingOf,
  type Components,
  componentsOf,
  type LandPeople,
  landPeople,
  netFlow,
} from './components.js';
export {
  type ShrinkageForm,
  type SubUnit,
  type SubUnitPattern,
  shrinkageForms,
  subUnitPattern,
} from './sub-units.js';
