import type { Texts } from '../brought/use-tables.js';

/** Files of the page. */
export type SuccessorField = 'table' | 'needs' | 'has' | 'figures';

const table = `place,activity,value
Northpit,coal,6000
Northpit,power,1500
Northpit,chemicals,100
Northpit,machinery,1500
Northpit,food,3400
Northpit,care,1500
Northpit,tourism,250
Northpit,software,40
Oldwell,coal,4000
Oldwell,power,900
Oldwell,chemicals,2600
Oldwell,machinery,900
Oldwell,food,700
Oldwell,care,900
Oldwell,software,60
Pinehold,food,3500
Pinehold,tourism,1900
Pinehold,care,1400
Pinehold,machinery,300
Pinehold,software,80
Millton,machinery,5200
Millton,batteries,1800
Millton,chemicals,1500
Millton,power,500
Millton,food,1300
Millton,care,1700
Millton,software,700
Harbour,software,4200
Harbour,batteries,1500
Harbour,machinery,2600
Harbour,tourism,2100
Harbour,care,3200
Harbour,food,1500
Harbour,chemicals,900
Lakeside,tourism,2600
Lakeside,care,1600
Lakeside,food,1800
Lakeside,software,900
`;

const needs = `activity,gate,needs,unit,sense,source
chemicals,water,12,million m³ a year,least,assumption
chemicals,ground,0,open findings of sinking ground,most,assumption
chemicals,carbon,400000,t CO2 a year,least,assumption
machinery,distance,120,km to the nearest large town,most,assumption
machinery,skills,0.1,share of people with tertiary education,least,assumption
batteries,land,600000,m² of sites,least,assumption
batteries,skills,0.12,share of people with tertiary education,least,assumption
food,water,3,million m³ a year,least,assumption
tourism,city_size,300000,urban population,least,assumption
software,skills,0.25,share of people with tertiary education,least,assumption
software,market,,yuan of yearly orders,least,nobody has asked
care,city_size,100000,urban population,least,assumption
`;

const has = `place,gate,has,source
Northpit,water,9,invented
Northpit,ground,2,invented
Northpit,distance,95,invented
Northpit,skills,0.14,invented
Northpit,city_size,210000,invented
Northpit,land,,not measured
Oldwell,water,15,invented
Oldwell,skills,0.11,invented
`;

const figures = `activity,jobs,skills,carbon,water,controlled
coal,4,0.9,3.1,9,0
power,2,0.5,6.4,14,0
chemicals,3,0.4,4.8,22,1
machinery,9,0.55,0.9,3,0
batteries,6,0.3,1.2,5,0
food,11,0.35,0.8,8,0
tourism,14,0.2,0.4,6,0
software,12,0.1,0.1,,0
care,20,0.25,0.2,2,0
`;

/** The tables of examples/successors: an invented place. */
export function successorExample(): Required<Texts<SuccessorField>> {
  return {
    table: { name: 'table.csv', text: table },
    needs: { name: 'needs.csv', text: needs },
    has: { name: 'has.csv', text: has },
    figures: { name: 'figures.csv', text: figures },
  };
}

/** Place of the example, and the activity that the second computation leaves out. */
export const examplePlace = 'Northpit';
export const exampleWithout = 'coal';
