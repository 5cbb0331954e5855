import type { NamedText } from '../parts/table-field.js';

/** Files of the page. */
export type RenewalField = 'projects' | 'budget' | 'precedence' | 'capacity' | 'parcels';

const projects = `project,kind,cost,value,livelihood,value_unit,unit,existing_area,demolished_area,exempt_area,exempt_reason,new_area,households,resettled_near,rent,fees,subsidy,running,land_sale,resettlement homes
Title confirmation in the shanty rows,title,60,14,1,score,North rows,0,0,0,,0,0,0,0,0,0,0,0,0
Resettlement homes north,homes,880,120,1,score,North rows,0,0,0,,14000,0,0,38,6,20,22,0,0
Shanty rows: first half,shanty,640,150,1,score,North rows,26000,9200,5400,unsafe by survey D-class,11000,150,110,0,0,0,0,0,110
Shanty rows: second half,shanty,720,155,1,score,North rows,30000,9800,4600,unsafe by survey D-class,9000,170,120,0,0,0,0,0,120
Backfill of goaf under the school,ground,420,95,1,score,School quarter,0,0,0,,0,0,0,0,0,0,0,0,0
School rebuilt on stable ground,services,560,130,1,score,School quarter,9000,1600,0,,3200,0,0,0,0,12,9,0,0
Clinic and care home,services,310,88,1,score,School quarter,0,0,0,,0,0,0,18,14,10,26,0,0
Old flats: lifts and roofs,repair,260,92,1,score,School quarter,42000,0,0,,0,0,0,0,5,0,2,0,0
Heating pipes of the east quarter,utilities,380,118,1,score,East quarter,0,0,0,,0,0,0,0,45,0,18,0,0
Water mains of the east quarter,utilities,290,97,1,score,East quarter,0,0,0,,0,0,0,0,30,0,12,0,0
Old flats east: insulation,repair,340,84,1,score,East quarter,61000,0,0,,0,0,0,0,4,0,1,0,0
East market hall,commerce,450,70,0,score,East quarter,12000,3800,0,,7000,24,14,62,10,0,24,90,0
Soil tests at the coking plant,test,35,22,0,score,Coking plant,0,0,0,,0,0,0,0,0,0,0,0,0
Soil remediation at the coking plant,ground,760,105,0,score,Coking plant,0,0,0,,0,0,0,0,0,0,0,0,0
Coking plant: museum in the battery,heritage,410,112,0,score,Coking plant,38000,2400,0,,1800,0,0,16,30,8,34,0,0
Coking plant: workshops to let,industry,620,126,0,score,Coking plant,0,4000,0,,6000,0,0,95,12,0,31,0,0
Coking plant: offices on cleared land,commerce,980,140,0,score,Coking plant,0,6000,0,,21000,0,0,70,0,0,60,1150,0
Railway yard: park on the old sidings,ecology,180,60,1,score,Railway yard,5000,700,0,,300,0,0,0,2,0,9,0,0
Railway yard: depot to training centre,services,330,99,0,score,Railway yard,11000,0,0,,900,0,0,14,21,15,28,0,0
New town square,commerce,1400,90,0,score,Railway yard,0,1500,0,,2600,40,8,25,0,0,48,600,0
`;

const budget = `year,budget,rent
2027,1100,15.2
2028,1200,15.7
2029,1200,16.3
2030,1000,16.9
2031,900,17.9
`;

const precedence = `before,after
Title confirmation in the shanty rows,Shanty rows: first half
Resettlement homes north,Shanty rows: first half
Shanty rows: first half,Shanty rows: second half
Backfill of goaf under the school,School rebuilt on stable ground
Soil tests at the coking plant,Soil remediation at the coking plant
Soil remediation at the coking plant,Coking plant: offices on cleared land
Soil tests at the coking plant,Coking plant: workshops to let
Heating pipes of the east quarter,Old flats east: insulation
`;

const capacity = `resource,year,capacity
resettlement homes,2027,0
resettlement homes,2028,120
resettlement homes,2029,120
resettlement homes,2030,120
resettlement homes,2031,120
`;

const parcels = `parcel,unit,existing_area,idle_share,access_minutes,heritage_score,vulnerable_share,output_per_hectare,exceedance,owners,disputes,mortgaged,unwilling_share,ground,contamination,functions,strategic,title
N1,North rows,26000,0.1,24,1,0.46,,0,150,6,0,0.12,stable,clean,homes; services,,allocated
N2,North rows,30000,0.15,26,1,0.51,,0,170,9,0,0.18,unstable,clean,homes; park,,allocated
S1,School quarter,9000,0.3,12,2,0.22,,0,1,0,0,0.02,unstable,clean,school,,allocated
S2,School quarter,42000,0.05,10,1,0.31,,0,420,2,0,0.22,stable,clean,homes,keep,leased
E1,East quarter,61000,0.08,14,1,0.28,,0,610,3,0,0.2,stable,clean,homes,keep,leased
E2,East quarter,12000,0.35,9,2,0.12,2600000,0,18,1,1,0.1,stable,clean,market; workshops,services,leased
C1,Coking plant,21000,0.9,17,5,,300000,1.8,1,0,1,0,stable,over,museum; park,services,allocated
C2,Coking plant,17000,0.7,18,3,,900000,0.6,2,1,1,0,stable,untested,workshops; logistics,industry,leased
R1,Railway yard,5000,0.95,11,3,0.05,100000,0.2,1,0,0,0,stable,clean,park,services,allocated
R2,Railway yard,11000,0.6,12,4,0.04,700000,0.3,1,0,0,0,stable,clean,training; workshops,industry,collective
`;

/** A made town of five renewal units, as in examples/renewal. */
export function renewalExample(): Readonly<Record<RenewalField, NamedText>> {
  const named = (name: string, text: string) => ({ name, text });
  return {
    projects: named('projects.csv', projects),
    budget: named('budget.csv', budget),
    precedence: named('precedence.csv', precedence),
    capacity: named('capacity.csv', capacity),
    parcels: named('parcels.csv', parcels),
  };
}
