package detectors

// All lists the detectors of the design, in the order in which reports print them; of two equal matches the later wins.
func All() []*Detector {
	ds := []*Detector{
		nameDetector(),
		kanaDetector(),
		addressDetector(),
		postalCodeDetector(),
		phoneDetector(),
		emailDetector(),
		birthDateDetector(),
		ageDetector(),
		sexDetector(),
		myNumberDetector(),
		creditCardDetector(),
		cardExpiryDetector(),
		bankAccountDetector(),
		yuchoAccountDetector(),
		driversLicenseDetector(),
		passportDetector(),
		residenceCardDetector(),
		pensionNumberDetector(),
		healthInsurerDetector(),
		healthInsuredDetector(),
		careInsuredDetector(),
		employmentInsuranceDetector(),
		residentCodeDetector(),
		corporateNumberDetector(),
		invoiceNumberDetector(),
		vehiclePlateDetector(),
		vinDetector(),
		patientIDDetector(),
		studentIDDetector(),
		examNumberDetector(),
		employeeIDDetector(),
		memberIDDetector(),
		userIDDetector(),
		passwordDetector(),
		ipAddressDetector(),
		secretLinkDetector(),
		sensitiveDetector(),
	}
	for _, k := range ds {
		k.Find = k.alone
	}
	return ds
}
