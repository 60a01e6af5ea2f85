/** Whether an option is on; one without a value is. */
export const isOn = (value: object | undefined): boolean =>
  value === undefined || /"(?:true|on|1|yes)"|:true|:1\b/i.test(JSON.stringify(value));
