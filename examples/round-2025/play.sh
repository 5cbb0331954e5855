#!/bin/sh
# Plays the round of README.md from its definition to a snapshot that is computed again. Figures are made.
# Usage: play.sh PROGRAM WORKSPACE, such as: play.sh ./bin/afterlode trial
set -e
program=$1
workspace=$2
here=$(dirname "$0")
afterlode() { "$program" "$@" --workspace "$workspace"; }

# Figures of the year before, so that the checks have something to hold the new ones against.
afterlode import $here/figures-2024.csv

# Who does what. They sign in by other means; here the operator acts as each of them.
afterlode account add evaluator --role national_evaluator --without-password
afterlode account add second --role national_evaluator --without-password
afterlode account add heilongjiang --role provincial_reviewer --area 黑龙江省 --without-password
afterlode account add anhui --role provincial_reviewer --area 安徽省 --without-password
afterlode account add hegang --role city_reporter --area 鹤岗 --without-password
afterlode account add huaibei --role city_reporter --area 淮北 --without-password

# The evaluator defines and opens the round.
afterlode round define $here/round.yaml --as evaluator
afterlode round open trial_2025 --as evaluator

# Hegang hands in. One figure is ten times too large: the check warns, the reporter mends it.
afterlode round save trial_2025 鹤岗 $here/hegang.csv --as hegang
afterlode round save trial_2025 鹤岗 --set retail_sales=1262 --as hegang
afterlode round form trial_2025 鹤岗 --as hegang
afterlode round save trial_2025 鹤岗 --set retail_sales=126.2 --why "one digit too many" --as hegang
afterlode round evidence trial_2025 鹤岗 $here/bulletin.txt --indicator gross_regional_product --as hegang
afterlode round evidence trial_2025 鹤岗 $here/bulletin.txt --indicator fiscal_revenue --as hegang
afterlode round submit trial_2025 鹤岗 --as hegang

# The province asks back once, then accepts; so does the nation.
afterlode round return trial_2025 鹤岗 --why "Is the number of beds that of hospitals alone?" --as heilongjiang
afterlode round save trial_2025 鹤岗 --set hospital_beds=8201 --why "health centres were left out" --as hegang
afterlode round submit trial_2025 鹤岗 --as hegang
afterlode round accept trial_2025 鹤岗 --as heilongjiang
afterlode round accept trial_2025 鹤岗 --level nation --as evaluator

# Huaibei has no mistakes; Shuangyashan hands in nothing.
afterlode round save trial_2025 淮北 $here/huaibei.csv --as huaibei
afterlode round evidence trial_2025 淮北 $here/bulletin.txt --indicator gross_regional_product --as huaibei
afterlode round evidence trial_2025 淮北 $here/bulletin.txt --indicator fiscal_revenue --as huaibei
afterlode round submit trial_2025 淮北 --as huaibei
afterlode round accept trial_2025 淮北 --as anhui
afterlode round accept trial_2025 淮北 --level nation --as evaluator
afterlode round late trial_2025 --day 2026-06-01

# Closed and locked without Shuangyashan. Hegang appeals, mends one figure and is locked again.
afterlode round close trial_2025 --as evaluator
afterlode round lock trial_2025 --leave-out --why "Shuangyashan handed in nothing" --as evaluator
afterlode round appeal trial_2025 鹤岗 --why "the bureau corrected its fiscal revenue" --as hegang
afterlode round answer trial_2025 鹤岗 --grant --why "the corrected bulletin lies before us" --as evaluator
afterlode round save trial_2025 鹤岗 --set fiscal_revenue=33.9 --why "corrected bulletin" --as hegang
afterlode round submit trial_2025 鹤岗 --as hegang
afterlode round accept trial_2025 鹤岗 --as heilongjiang
afterlode round accept trial_2025 鹤岗 --level nation --as evaluator
afterlode round lock trial_2025 --as evaluator

# Computed, computed again by a second person who has not seen the first result, published, and computed again from the snapshot.
afterlode round compute trial_2025 --as evaluator
afterlode round recompute trial_2025 --as second
afterlode round publish trial_2025 --why "round of 2025" --as evaluator
afterlode round show trial_2025
afterlode round snapshots
afterlode round form trial_2025 鹤岗 --changes
